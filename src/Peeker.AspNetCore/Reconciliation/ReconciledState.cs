using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Peeker.AspNetCore;

/// <summary>The state of a resource, as the API told it, made into the event that should have come.</summary>
internal sealed class ReconciledState
{
    public const string Label = "reconciled";
    private const string IdPrefix = Label + ":";

    // A clock that is this far ahead must not make a real event look stale.
    private static readonly TimeSpan ClockSkew = WebhookSignatureScheme.DefaultTolerance;

    private readonly WebhookEventType _type;
    private readonly Action<Utf8JsonWriter> _data;

    private ReconciledState(string resourceId, string type, Action<Utf8JsonWriter> data) => (ResourceId, _type, _data) = (resourceId, new(type), data);

    public string ResourceId { get; }

    /// <summary>Not every state has an event: an import that runs has none.</summary>
    public bool HasEvent => _type.IsKnown;

    // These do not change any more, so nothing that happened before they were read is later than they are.
    private bool IsFinal => _type.Value.EndsWith(".completed", StringComparison.Ordinal) || _type.Value.EndsWith(".failed", StringComparison.Ordinal)
        || _type.Value.EndsWith(".cancelled", StringComparison.Ordinal);

    /// <summary>Whether an id could be one of these events.</summary>
    public static bool HasIdOf(string eventId) => eventId.StartsWith(IdPrefix, StringComparison.Ordinal);

    /// <summary>The prefix of the event type and the status together name the event.</summary>
    public static ReconciledState Of<T>(string resourceId, string kind, string status, T data, JsonTypeInfo<T> type) =>
        new(resourceId, $"{kind}.{status}", writer => JsonSerializer.Serialize(writer, data, type));

    /// <summary>The event, dated so that it stands after what was completed, and before what may be on its way.</summary>
    /// <param name="asked">When the API was asked.</param>
    /// <param name="newest">The newest completed position of the resource.</param>
    public InboxEvent ToEvent(DateTimeOffset asked, long? newest)
    {
        var at = IsFinal ? asked : asked - ClockSkew;
        if (newest is { } position && DateTimeOffset.FromUnixTimeSeconds(position / WebhookEvent.PositionsPerSecond + 1) is var after && after > at) at = after;

        // A final state comes once. Another may return, and then it is another event; two processes that ask in the same hour still share one.
        var id = $"{IdPrefix}{ResourceId}:{_type.Value}" + (IsFinal ? "" : asked.UtcDateTime.ToString("':'yyyyMMddHH", CultureInfo.InvariantCulture));
        var body = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("type", _type.Value);
            writer.WriteString("created_at", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            writer.WritePropertyName("data");
            _data(writer);
            writer.WriteEndObject();
        }

        var bytes = body.WrittenMemory.ToArray();
        var happened = WebhookEvent.Parse(bytes);
        return new()
        {
            EventId = id,
            EventType = _type.Value,
            Body = bytes,
            ReceivedAt = asked,
            SecretLabel = Label,
            ResourceId = ResourceId,
            // Just above the real event of the same second, which is stale if it comes after all.
            Position = happened.Position + 1,
            IsReconciled = true,
        };
    }
}
