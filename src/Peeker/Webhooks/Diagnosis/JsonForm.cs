using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Peeker.Json;

namespace Peeker.Webhooks.Diagnosis;

/// <summary>One JSON document as common writers write it.</summary>
internal static partial class JsonForm
{
    private static readonly (string Name, Func<string, string> Change)[] Escapes =
    [
        ("", text => text),
        (", escaped to ASCII", EscapeToAscii),
        (", with escaped slashes", text => text.Replace("/", "\\/", StringComparison.Ordinal)),
        (", escaped to ASCII, with escaped slashes", text => EscapeToAscii(text.Replace("/", "\\/", StringComparison.Ordinal))),
    ];

    /// <summary>None if the body is not JSON.</summary>
    public static IEnumerable<(string Text, string Name)> Of(byte[] body)
    {
        foreach (var (root, order) in Orders(body))
        {
            foreach (var (text, layout) in Layouts(root))
            {
                foreach (var (escape, change) in Escapes)
                {
                    yield return (change(text), $"{layout} JSON{escape}{order}");
                    yield return (InZulu(change(text)), $"{layout} JSON{escape}{order} and with times in Z");
                }
            }
        }
    }

    private static IEnumerable<(JsonElement Root, string Order)> Orders(byte[] body)
    {
        if (Read(body) is not { } root) yield break;
        yield return (root, "");

        // A program that read the event into its own types wrote the members in its own order.
        if (WebhookEvent.TryParse(body, out var parsed) && parsed is not UnknownEvent && Read(WireJson.Write(parsed)) is { } documented)
            yield return (documented, ", in the documented order");
    }

    private static JsonElement? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);

            // Text that is no Unicode comes to light only when it is written.
            Write(document.RootElement, false, JavaScriptEncoder.Default);
            return document.RootElement.Clone();
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Text, string Layout)> Layouts(JsonElement root)
    {
        var compact = Write(root, false, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var indented = Write(root, true, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ReplaceLineEndings("\n");
        yield return (compact, "compact");
        yield return (Spaced(compact), "spaced");
        yield return (indented, "indented");
        yield return (indented.ReplaceLineEndings("\r\n"), "indented CRLF");
        yield return (Write(root, false, JavaScriptEncoder.Default), "compact and HTML-safe");
        yield return (Write(root, true, JavaScriptEncoder.Default).ReplaceLineEndings("\n"), "indented and HTML-safe");
    }

    private static string Write(JsonElement root, bool indented, JavaScriptEncoder encoder)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new() { Indented = indented, Encoder = encoder })) root.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // A space after each comma and colon that stands outside of texts.
    private static string Spaced(string compact)
    {
        var text = new StringBuilder(compact.Length * 2);
        var inside = false;
        for (var index = 0; index < compact.Length; index++)
        {
            var sign = compact[index];
            text.Append(sign);
            if (inside && sign == '\\') text.Append(compact[++index]);
            else if (sign == '"') inside = !inside;
            else if (!inside && sign is (',' or ':')) text.Append(' ');
        }

        return text.ToString();
    }

    private static string EscapeToAscii(string text) =>
        string.Concat(text.Select(sign => sign < 0x80 ? sign.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}")));

    private static string InZulu(string text) => Instant().Replace(text, "$1Z\"");

    [GeneratedRegex("""(\d\d:\d\d:\d\d)(?:\.0+)?(?:\+00:00|Z)"(?!:)""", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();
}
