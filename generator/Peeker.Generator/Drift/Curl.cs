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
        var documents = new List<string>();
        shell = HereDocument().Replace(shell, match =>
        {
            documents.Add(match.Groups["text"].Value);
            return $" {Mark}{documents.Count - 1}{match.Groups["rest"].Value}{new string('\n', match.Value.Count(c => c == '\n'))}";
        });
        foreach (var read in Words(shell))
        {
            // A document stands on the lines after its call.
            var word = read.Text.StartsWith(Mark) && int.TryParse(read.Text[1..], out var number) ? read with { Document = documents[number], Line = read.Line + 1 } : read;
            if (Program().IsMatch(word.Text))
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
        var data = new List<Word>();
        var headers = new List<(string, string)>();
        var query = false;
        for (var i = 1; i < words.Count; i++)
        {
            var option = words[i].Text;
            string? joined = null;
            if (option.StartsWith("--", StringComparison.Ordinal) && option.IndexOf('=', StringComparison.Ordinal) is > 0 and var at) (option, joined) = (option[..at], option[(at + 1)..]);
            else if (option.Length > 2 && option[0] == '-' && option[1] != '-') (option, joined, query) = Bundle(option, query);
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
                    data.Add(new(text, words[i].Line, false));
                    break;
                case "-F" or "--form" or "--form-string" or "-T" or "--upload-file":
                    Value();
                    data.Add(new("@", words[i].Line, false));
                    break;
                case var other when Valued.Contains(other):
                    Value();
                    break;
                default:
                    if (!option.StartsWith('-') && words[i].Document is null) url ??= option;
                    break;
            }
        }

        // Where the data goes is known at the end only.
        foreach (var word in data)
        {
            if (query) url += (url?.Contains('?', StringComparison.Ordinal) == true ? "&" : "?") + word.Text;
            else if (!word.Text.StartsWith('@')) body = word;
            else body = word.Text == "@-" && words.Find(w => w.Document is not null) is { } document ? new(document.Document!, document.Line, false) : word with { Text = $"\"{ElidedJson.Elision}\"" }; // A file is not on the page.
        }

        return new(method ?? (body is null ? "GET" : "POST"), url ?? "", words[0].Line, headers, body?.Text, body?.Line ?? words[0].Line);
    }

    /// <summary>One-letter options in one word, such as <c>-sX</c>: the last takes the value.</summary>
    private static (string Option, string? Joined, bool IsQuery) Bundle(string word, bool query)
    {
        for (var i = 1; i < word.Length; i++)
        {
            query |= word[i] == 'G';
            if (word[i] is 'X' or 'H' or 'd' or 'F' or 'T' || Valued.Contains($"-{word[i]}")) return ($"-{word[i]}", i + 1 < word.Length ? word[(i + 1)..] : null, query);
        }

        return ("-", null, query);
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

    // In front of the number of a document that was taken out of the text.
    private const char Mark = '\u0001';

    /// <summary>Options with a value that says nothing here.</summary>
    private static readonly HashSet<string> Valued =
    [
        "-o", "--output", "-u", "--user", "-w", "--write-out", "-m", "--max-time", "--connect-timeout", "--retry", "--retry-delay", "--retry-max-time", "-A", "--user-agent", "-b", "--cookie",
        "-c", "--cookie-jar", "-e", "--referer", "--cacert", "--capath", "-E", "--cert", "--key", "--pass", "-x", "--proxy", "-U", "--proxy-user", "-D", "--dump-header", "-K", "--config",
        "-r", "--range", "-C", "--continue-at", "--resolve", "--connect-to", "--interface", "--limit-rate", "-z", "--time-cond", "--oauth2-bearer", "--max-redirs", "--tls-max", "--ciphers",
    ];

    private const string Pieces = """'[^']*'|"(?:\\[\s\S]|[^"\\])*"|\\[\s\S]|[^\s'"\\;|&]|&(?!&)""";

    [GeneratedRegex(@"(?<space>(?:[ \t]|\\\r?\n|#[^\n]*)+)|(?<end>\n|;|\|\|?|&&)|(?<word>(?:" + Pieces + ")+)")]
    private static partial Regex Token();

    [GeneratedRegex(Pieces)]
    private static partial Regex Part();

    [GeneratedRegex("""\\(["\\$`])""")]
    private static partial Regex Escape();

    [GeneratedRegex("""<<-?[ \t]*(['"]?)(?<end>\w+)\1(?<rest>[^\n]*)\n(?<text>[\s\S]*?)\n[ \t]*\k<end>(?=\s|$)""")]
    private static partial Regex HereDocument();

    // By itself, or as the first word of a substitution.
    [GeneratedRegex(@"^(?:\w*=?\$\()?curl$")]
    private static partial Regex Program();

    private sealed record Word(string Text, int Line, bool Ends, string? Document = null);
}
