using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Drift;

/// <summary>Reads the JSON of documentation: comments, a bare <c>...</c> for what was left out, and placeholders such as <c>&lt;your-key&gt;</c>.</summary>
internal static class ElidedJson
{
    /// <summary>Name and value that stand for what was left out.</summary>
    public const string Elision = "…";

    /// <exception cref="JsonException">It is not JSON, not even with elisions.</exception>
    public static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(Complete(text)))
        {
            DateParseHandling = DateParseHandling.None, // A time must stay the string that the page shows.
            FloatParseHandling = FloatParseHandling.Decimal,
        };
        var value = JToken.ReadFrom(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore });
        if (reader.Read()) throw new JsonReaderException("There is more after the end of the value.");
        return value;
    }

    /// <summary>True for a text of which only a part is shown, or that the reader is to replace.</summary>
    public static bool IsElided(string text) =>
        text.Contains('…') || text.Contains("...", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal)
        || text.StartsWith('$') || (text.Contains('<') && text.Contains('>'));

    /// <summary>The text with each elision as a member or an item, line by line the same.</summary>
    private static string Complete(string text)
    {
        var output = new StringBuilder(text.Length + 16);
        var open = new Stack<char>();
        var last = '\0';
        var elided = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                output.Append(c);
            }
            else if (At("//") || At("/*"))
            {
                var block = text[i + 1] == '*';
                var end = text.IndexOf(block ? "*/" : "\n", i + 2, StringComparison.Ordinal);
                if (end < 0) end = text.Length;
                var comment = text[i..end];
                if (comment.Contains('…') || comment.Contains("...", StringComparison.Ordinal)) Elide();
                output.Append('\n', comment.Count(ch => ch == '\n'));
                i = block ? end + 1 : end - 1;
            }
            else if (c == '…' || At("..."))
            {
                while (i + 1 < text.Length && text[i + 1] is '.' or '…') i++;
                Elide();
            }
            else
            {
                if (elided && c is not (',' or '}' or ']')) output.Append(',');
                elided = false;
                last = c;
                if (c == '"' || c == '<')
                {
                    var start = i;
                    var close = c == '"' ? '"' : '>';
                    for (i++; i < text.Length && text[i] != close; i++)
                        if (text[i] == '\\') i++;
                    output.Append(c == '"' ? text.AsSpan(start, Math.Min(i + 1, text.Length) - start) : $"\"{Elision}\"");
                    last = '"';
                    continue;
                }

                if (c is '{' or '[') open.Push(c);
                if (c is '}' or ']' && open.Count > 0) open.Pop();
                output.Append(c);
            }

            bool At(string mark) => string.CompareOrdinal(text, i, mark, 0, mark.Length) == 0;
        }

        return output.ToString();

        void Elide()
        {
            if (elided) return;
            if (last is not ('\0' or '{' or '[' or ',' or ':')) output.Append(',');
            output.Append(open.Count > 0 && open.Peek() == '{' && last != ':' ? $"\"{Elision}\":\"{Elision}\"" : $"\"{Elision}\"");
            elided = true;
            last = '"';
        }
    }
}
