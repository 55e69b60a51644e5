using Peeker.Generator.Drift;

namespace Peeker.Generator.Tests.Drift;

/// <summary>The pages of the tests, in the form of the published ones and in words of our own.</summary>
internal static class Pages
{
    public static Contract Contract { get; } = Contract.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "peeker.yaml")));

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Drift", "pages");

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");

    public static IReadOnlyList<DriftFinding> Check(string name, string text) => PageCheck.Of(Contract, PageReader.Read(name, text));
}
