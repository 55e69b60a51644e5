namespace Peeker;

/// <summary>A verified delivery, as an inbox keeps it.</summary>
public sealed class InboxEvent
{
    /// <summary>The event's id, the same for every delivery of it.</summary>
    public required string EventId { get; init; }

    /// <summary>The type, for example <c>order.completed</c>.</summary>
    public required string EventType { get; init; }

    /// <summary>The raw body. It may hold personal data.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>When this delivery arrived, by the receiver's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The label of the secret that signed it, for example <c>live</c>.</summary>
    public required string SecretLabel { get; init; }

    /// <summary>The resource the event is about, for example <c>ord_…</c>; null when it has none.</summary>
    public string? ResourceId { get; init; }

    /// <summary>
    /// Where the event stands among those of its resource: one with a higher position tells of a later state. Made of the event's time and, within a
    /// second, of the order in which the API documents the states.
    /// </summary>
    public long Position { get; init; }

    /// <summary>Whether the event was not delivered, but found by asking the API.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>The type and the id.</summary>
    public override string ToString() => $"{EventType} {EventId}";
}
