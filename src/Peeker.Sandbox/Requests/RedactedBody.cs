using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Requests;

/// <summary>A body as it may be shown: what the specification calls secret is replaced, wherever it stands.</summary>
internal static class RedactedBody
{
    public const int MostBytes = 16 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly Lazy<HashSet<string>> Secrets = new(() =>
    [
        .. SpecificationDocument.Root.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject())
            .Where(member => member.Value.TryGetProperty("x-sensitive", out var kind) && kind.GetString() == "secret")
            .Select(member => member.Name),
    ]);

    public static string? Of(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty) return null;
        try
        {
            using var document = Http.JsonBody.Parse(body);
            var buffer = new ArrayBufferWriter<byte>(body.Length);
            using (var json = new Utf8JsonWriter(buffer, Options)) Copy(document.RootElement, json);
            return KeyText.Hide(Encoding.UTF8.GetString(buffer.WrittenSpan));
        }
        catch (Http.Fault)
        {
            return null;
        }
    }

    // By any spelling: a name the API does not know may be a slip of one it does.
    private static bool IsSecret(string name)
    {
        var letters = string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Secrets.Value.Any(secret => letters.Contains(secret.Replace("_", "", StringComparison.Ordinal), StringComparison.Ordinal)) || letters.Contains("password", StringComparison.Ordinal);
    }

    private static void Copy(JsonElement value, Utf8JsonWriter json)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    if (IsSecret(member.Name)) json.WriteStringValue("[secret]");
                    else Copy(member.Value, json);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Copy(item, json);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
