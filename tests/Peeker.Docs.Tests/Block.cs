using System.Text.RegularExpressions;

namespace Peeker.Docs.Tests;

/// <summary>A fenced block of a page.</summary>
internal sealed record Block(string Page, int Line, string Language, string Text)
{
    public static IEnumerable<Block> Of(string page)
    {
        var text = Repository.Read(page);
        foreach (Match match in Regex.Matches(text, "^( *)```([a-z]*)[^\n]*\n(.*?)^\\1```", RegexOptions.Multiline | RegexOptions.Singleline))
            yield return new(page, text.AsSpan(0, match.Index).Count('\n') + 1, match.Groups[2].Value, match.Groups[3].Value);
    }

    public override string ToString() => $"{Page}:{Line}";
}
