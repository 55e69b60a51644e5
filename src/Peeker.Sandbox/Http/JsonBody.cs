using System.Text.Json;
using System.Text.Unicode;

namespace Peeker.Sandbox.Http;

/// <summary>Reads a body as JSON, or refuses it.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 32;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaxDepth };

    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            RequireText(body.Span);
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            throw new Fault(400, ErrorCode.InvalidRequest, "The body is not JSON, or is nested too deeply.");
        }
    }

    // The parser takes bytes that are no UTF-8, and escapes that are half a character, and fails only when the text is asked for.
    private static void RequireText(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body)) throw new JsonException();
        if (body.IndexOf("\\u"u8) < 0) return;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                throw new JsonException();
            }
        }
    }
}
