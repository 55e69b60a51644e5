using System.Globalization;
using System.Text.Json;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Something that happened, as the partner is told.</summary>
internal sealed class SandboxEvent(string id, WebhookEventType type, DateTimeOffset createdAt, KeyEnvironment environment, object data)
{
    public string Id => id;

    public WebhookEventType Type => type;

    public KeyEnvironment Environment => environment;

    /// <summary>The bytes, written when it happened: what comes later does not change them.</summary>
    public byte[] Body { get; } = JsonBytes.Write((id, type, createdAt, data), static (json, made) =>
    {
        json.WriteString("id", made.id);
        json.WriteString("type", made.type.Value);
        json.WriteString("created_at", made.createdAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WritePropertyName("data");
        JsonSerializer.Serialize(json, made.data, made.data.GetType());
    });
}
