namespace Peeker;

// Deliveries come in any order; these tell which of two events of one resource is the later.
public abstract partial class WebhookEvent
{
    /// <summary>How many positions a second has. Those of events are even: twice the rank of the state within its resource's life.</summary>
    public const int PositionsPerSecond = 32;

    /// <summary>The resource the event is about, for example <c>ord_…</c>; null when an unknown event names none.</summary>
    public abstract string? ResourceId { get; }

    /// <summary>Where the event stands among those of its resource: a higher position tells of a later state.</summary>
    /// <remarks>
    /// <see cref="CreatedAt"/> in seconds, times <see cref="PositionsPerSecond"/>, plus twice the rank of the state. The odd positions are left for states that were found by asking. Assumption: within a second, states follow in the
    /// order of a resource's life.
    /// </remarks>
    public long Position => CreatedAt.ToUnixTimeSeconds() * PositionsPerSecond + 2 * Rank;

    private protected abstract int Rank { get; }
}
