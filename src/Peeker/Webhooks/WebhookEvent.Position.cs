namespace Peeker;

// Deliveries come in any order; these tell which of two events of one resource is the later.
public abstract partial class WebhookEvent
{
    /// <summary>How many positions a second has; the rank of a state within its resource's life fills the rest.</summary>
    public const int PositionsPerSecond = 32;

    /// <summary>The resource the event is about, for example <c>ord_…</c>; null when an unknown event names none.</summary>
    public abstract string? ResourceId { get; }

    /// <summary>Where the event stands among those of its resource: a higher position tells of a later state.</summary>
    /// <remarks>
    /// <see cref="CreatedAt"/> in seconds, times <see cref="PositionsPerSecond"/>, plus the rank of the state. Assumption: within a second, states follow in the
    /// order of a resource's life.
    /// </remarks>
    public long Position => CreatedAt.ToUnixTimeSeconds() * PositionsPerSecond + Rank;

    private protected abstract int Rank { get; }
}
