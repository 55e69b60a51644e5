using System.Text;
using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>One call of curl as a page shows it.</summary>
/// <param name="Line">Line of the call within its block, from 1.</param>
/// <param name="BodyLine">Line on which the body begins within the block, from 1.</param>
internal sealed partial record Curl(string Method, string Url, int Line, IReadOnlyList<(string Name, string Value)> Headers, string? Body, int BodyLine)
{
    /// <summary>All calls of a block of shell text.</summary>
    public static IEnumerable<Curl> Read(string shell)
    {
        List<Word>? call = null;
        foreach (var word in Words(shell))
        {
            if (word.Text == "curl")
            {
                if (call is not null) yield return From(call);
                call = [word];
            }
            else if (word.Ends)
            {
                if (call is not null) yield return From(call);
                call = null;
            }
            else
            {
                call?.Add(word);
            }
        }

        if (call is not null) yield return From(call);
    }

    private static Curl From(List<Word> words)
    {
        string? method = null, url = null;
        Word? body = null;
        var headers = new List<(string, string)>();
        var query = false;
        for (var i = 1; i < words.Count; i++)
        {
            var option = words[i].Text;
            string? joined = null;
            if (option.StartsWith("--", StringComparison.Ordinal) && option.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) (option, joined) = (option[..at], option[(at + 1)..]);
            else if (option.Length > 2 && option[0] == '-' && option[1] is 'X' or 'H' or 'd') (option, joined) = (option[..2], option[2..]);
            string Value() => joined ?? (i + 1 < words.Count ? words[++i].Text : "");
            switch (option)
            {
                case "-X" or "--request": method = Value(); break;
                case "--url": url = Value(); break;
                case "-G" or "--get": query = true; break;
                case "-H" or "--header":
                    var header = Value().Split(':', 2);
                    headers.Add((header[0].Trim(), header.Length > 1 ? header[1].Trim() : ""));
                    break;
                case "-d" or "--data" or "--data-raw" or "--data-binary" or "--data-ascii" or "--data-urlencode" or "--json":
                    var text = Value();
                    if (query) url += (url?.Contains('?', StringComparison.Ordinal) == true ? "&" : "?") + text;
                    else body = new(text, words[i].Line, false);
                    break;
                case "-o" or "--output" or "-u" or "--user" or "-w" or "--write-out" or "-m" or "--max-time" or "--connect-timeout" or "--retry":
                    Value();
                    break;
                default:
                    if (!option.StartsWith('-')) url ??= option;
                    break;
            }
        }

        return new(method ?? (body is null ? "GET" : "POST"), url ?? "", words[0].Line, headers, body?.Text, body?.Line ?? words[0].Line);
    }

    /// <summary>Words as a shell splits them; the end of a command is a word by itself.</summary>
    private static IEnumerable<Word> Words(string shell)
    {
        var line = 1;
        foreach (Match match in Token().Matches(shell))
        {
            if (match.Groups["end"].Success) yield return new(match.Value, line, true);
            else if (match.Groups["word"].Success) yield return new(Unquote(match.Value), line, false);
            line += match.Value.Count(c => c == '\n');
        }
    }

    private static string Unquote(string word)
    {
        var text = new StringBuilder();
        foreach (Match part in Part().Matches(word))
        {
            var value = part.Value;
            if (value[0] == '\'') text.Append(value.AsSpan(1, value.Length - 2));
            else if (value[0] == '"') text.Append(Escape().Replace(value[1..^1], "$1"));
            else if (value is not "\\\n") text.Append(value.TrimStart('\\'));
        }

        return text.ToString();
    }

    private const string Pieces = """'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|[^\s'"\\;|&]|&(?!&)""";

    [GeneratedRegex(@"(?<space>(?:[ \t]|\\\r?\n|#[^\n]*)+)|(?<end>\n|;|\|\|?|&&)|(?<word>(?:" + Pieces + ")+)")]
    private static partial Regex Token();

    [GeneratedRegex(Pieces)]
    private static partial Regex Part();

    [GeneratedRegex("""\\(["\\$`])""")]
    private static partial Regex Escape();

    private sealed record Word(string Text, int Line, bool Ends);
}
