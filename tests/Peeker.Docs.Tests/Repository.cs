namespace Peeker.Docs.Tests;

/// <summary>The pages and the sources of the repository, without what a build put there.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", "artifacts", "StrykerOutput", "TestResults"];

    public static string Root => RepositoryFolder.Path;

    /// <summary>Every page that a reader of the repository or of a package may open, relative to the root.</summary>
    public static IEnumerable<string> Pages() => Files(Root, "*.md");

    /// <summary>Every source file below folders of things that are compiled and run.</summary>
    public static IEnumerable<string> Sources(params string[] folders) => folders.SelectMany(folder => Files(Path.Combine(Root, folder), "*.cs"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Files(string folder, string pattern)
    {
        foreach (var file in Directory.GetFiles(folder, pattern)) yield return Path.GetRelativePath(Root, file);
        foreach (var inner in Directory.GetDirectories(folder))
            if (!Skipped.Contains(Path.GetFileName(inner)))
                foreach (var file in Files(inner, pattern)) yield return file;
    }
}
