using System.Text.Json;

namespace Peeker.Preflight;

/// <summary>Forms of texts: addresses of web pages and of people.</summary>
internal static class Texts
{
    /// <summary>http or https, a host, and no white space.</summary>
    public static bool IsWebAddress(string text)
    {
        var host = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        return host > 0 && host < text.Length && text[host] is not ('/' or '?' or '#') && !text.Any(char.IsWhiteSpace);
    }

    /// <summary>Something, an at sign, and a name with a dot: what every mail system takes. No mailbox is asked.</summary>
    public static bool IsEmail(string text)
    {
        if (text.Length > 254 || text.Split('@') is not [{ Length: > 0 } mailbox, { Length: > 0 } host]) return false;
        if (mailbox.StartsWith('.') || mailbox.EndsWith('.') || mailbox.Contains("..", StringComparison.Ordinal) || !mailbox.All(IsOfMailbox)) return false;
        return host.Split('.') is { Length: > 1 } labels && labels.All(IsLabel) && char.IsLetter(labels[^1][0]) && char.IsLetter(host[^1]);
    }

    /// <summary>A value that is there and a text.</summary>
    public static string? Of(JsonElement parent, string member) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(member, out var value) ? Of(value) : null;

    /// <summary>A text; null for what is none, and for one that no Unicode text can be: half of a surrogate pair.</summary>
    public static string? Of(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsOfMailbox(char character) => char.IsLetterOrDigit(character) || ".!#$%&'*+-/=?^_`{|}~".Contains(character, StringComparison.Ordinal);

    private static bool IsLabel(string label) =>
        label.Length > 0 && !label.StartsWith('-') && !label.EndsWith('-') && label.All(static character => character == '-' || char.IsLetterOrDigit(character));
}
