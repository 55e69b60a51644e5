using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>
/// Makes plain Markdown of MDX, line by line the same. Components are indented there, which Markdown takes for code, and their
/// titles are attributes: tags go, titles become headings, and what stands in a component moves to the left.
/// </summary>
internal static partial class Mdx
{
    private const int Tab = 4;

    public static string[] Plain(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var open = new Stack<int?>(); // Where the content of each component begins; null until its first line.
        Match? fence = null;
        var strip = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i] = Spaced(lines[i]);
            var indent = line.Length - line.TrimStart(' ').Length;
            if (fence is not null)
            {
                lines[i] = line[Math.Min(indent, strip)..];
                if (lines[i].Trim() is var end && end.StartsWith(fence.Groups[1].Value, StringComparison.Ordinal) && end.Trim(fence.Groups[1].Value[0]) == "") fence = null;
                continue;
            }

            if (Closing().IsMatch(line))
            {
                open.TryPop(out _);
                lines[i] = "";
            }
            else if (Opening().Match(line) is { Success: true } tag)
            {
                lines[i] = Replacement(tag);
                if (!tag.Groups["self"].Success && !line.Contains($"</{tag.Groups["name"].Value}>", StringComparison.Ordinal)) open.Push(null);
            }
            else
            {
                if (open.Count > 0 && open.Peek() is null && line.Trim() != "")
                {
                    open.Pop();
                    open.Push(indent);
                }

                strip = Math.Min(indent, open.Count > 0 ? open.Peek() ?? 0 : 0);
                lines[i] = line[strip..];
                if (FenceStart().Match(lines[i]) is { Success: true } start) (fence, strip) = (start, strip + start.Index);
            }
        }

        return lines;
    }

    // Tabs at the beginning of a line, as an editor shows them.
    private static string Spaced(string line)
    {
        var (end, column) = (0, 0);
        for (; end < line.Length && line[end] is (' ' or '\t'); end++) column = line[end] == '\t' ? column / Tab * Tab + Tab : column + 1;
        return end == column ? line : new string(' ', column) + line[end..];
    }

    private static string Replacement(Match tag)
    {
        var field = Attribute("body") ?? Attribute("query") ?? Attribute("path");
        if (tag.Groups["name"].Value is "ParamField" or "ResponseField") return $"* **`{field ?? Attribute("name")}`** -";
        var title = tag.Groups["name"].Value is "Accordion" or "Tab" or "Step" or "Expandable" ? Attribute("title") : null;
        return title is not null ? $"###### {title}" : tag.Groups["rest"].Value;

        string? Attribute(string name) => Regex.Match(tag.Groups["attributes"].Value, $"\\b{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;
    }

    [GeneratedRegex(@"^\s*</[A-Z]\w*>\s*$")]
    private static partial Regex Closing();

    [GeneratedRegex("""^\s*<(?<name>[A-Z]\w*)(?<attributes>(?:\s+[\w-]+(?:=(?:"[^"]*"|\{[^}]*\}))?)*)\s*(?<self>/)?>(?<rest>.*)$""")]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(`{3,}|~{3,})")]
    private static partial Regex FenceStart();
}
