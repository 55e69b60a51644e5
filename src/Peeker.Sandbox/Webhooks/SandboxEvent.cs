using System.Globalization;
using System.Text.Json;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Something that happened, as the partner is told. The data is a model of that moment, which nothing changes any more.</summary>
internal sealed class SandboxEvent(string id, WebhookEventType type, DateTimeOffset createdAt, KeyEnvironment environment, object data)
{
    private byte[]? _body;

    public string Id => id;

    public WebhookEventType Type => type;

    public KeyEnvironment Environment => environment;

    /// <summary>The bytes, made when they are first needed and always the same.</summary>
    public byte[] Body => _body ??= JsonBytes.Write((id, type, createdAt, data), static (json, made) =>
    {
        json.WriteString("id", made.id);
        json.WriteString("type", made.type.Value);
        json.WriteString("created_at", made.createdAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WritePropertyName("data");
        JsonSerializer.Serialize(json, made.data, made.data.GetType());
    });
}
