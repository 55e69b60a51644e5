namespace Peeker;

/// <summary>A delivery that was kept, for <see cref="WebhookDiagnostic"/>.</summary>
public sealed class CapturedDelivery
{
    /// <summary>The body as the receiver saw it. It may hold personal data.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The text of <c>Peeker-Timestamp</c>; null if there was none.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The text of <c>Peeker-Signature</c>; null if there was none.</summary>
    public string? Signature { get; init; }

    /// <summary>The text of <c>Peeker-Event-Id</c>, if it was kept; some signed strings hold it.</summary>
    public string? EventId { get; init; }

    /// <summary>When it arrived, by the receiver's clock; the time of the diagnosis if not given.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The event's id; nothing of the body.</summary>
    public override string ToString() => $"CapturedDelivery {EventId}";
}
