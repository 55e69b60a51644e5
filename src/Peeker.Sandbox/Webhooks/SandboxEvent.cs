using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Something that happened, as the partner is told. The bytes are made when they are first needed, and never change.</summary>
internal sealed class SandboxEvent(string id, WebhookEventType type, DateTimeOffset createdAt, KeyEnvironment environment, object data)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lazy<byte[]> _body = new(() => Write(id, type, createdAt, data));

    public string Id => id;

    public WebhookEventType Type => type;

    public KeyEnvironment Environment => environment;

    public byte[] Body => _body.Value;

    private static byte[] Write(string id, WebhookEventType type, DateTimeOffset createdAt, object data)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("type", type.Value);
            json.WriteString("created_at", createdAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
            json.WritePropertyName("data");
            JsonSerializer.Serialize(json, data, data.GetType());
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
