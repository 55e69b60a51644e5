using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/sandbox.md, and other files of the repository.</summary>
internal static class GuidePage
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "sandbox.md"));

    public static IEnumerable<string> CodeBlocks(string language) => CodeBlocks(language, Text);

    private static IEnumerable<string> CodeBlocks(string language, string text) =>
        Regex.Matches(text, $"^```{language}\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value);

    /// <summary>The rows of the table below a heading, cell by cell, without its head.</summary>
    public static IEnumerable<string[]> Table(string heading) =>
        Regex.Match(Text, $"^#+ {Regex.Escape(heading)}\n.*?(?=^\\|)(.*?)(?=^[^|])", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(row => row.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    /// <summary>What a cell has between backticks.</summary>
    public static IReadOnlyList<string> Code(string cell) => [.. Regex.Matches(cell, "`([^`]+)`").Select(code => code.Groups[1].Value)];
}
