using System.Text.Json;

namespace Peeker.Tests.Orders;

/// <summary>A file of openapi/vectors, as the build embeds it; or of another folder, so that a changed copy can be shown to fail.</summary>
internal static class Vectors
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PEEKER_VECTORS");

    public static IReadOnlyList<string> Files { get; } =
        [.. typeof(Vectors).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name is not ("schema.json" or "peeker.json"))];

    public static IReadOnlyList<JsonElement> Of(string file)
    {
        var document = JsonDocument.Parse(Text(file)).RootElement;
        Assert.Equal(1, document.GetProperty("version").GetInt32());
        return [.. document.GetProperty("vectors").EnumerateArray()];
    }

    public static string Text(string file)
    {
        if (Folder is not null) return File.ReadAllText(Path.Combine(Folder, file));
        using var reader = new StreamReader(typeof(Vectors).Assembly.GetManifestResourceStream(file)!);
        return reader.ReadToEnd();
    }
}
