namespace Peeker;

/// <summary>The right to work on one event for the length of a lease.</summary>
public sealed class InboxClaim
{
    /// <summary>The event.</summary>
    public required InboxEvent Event { get; init; }

    /// <summary>Grows with each claim of the event. A claim with a lower token than the newest can no longer complete it.</summary>
    public required long FencingToken { get; init; }

    /// <summary>How often the event has been claimed, this time included and those given back left out; counted anew after a revival.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether a handler may have begun on the event before. A revival does not make that unhappen.</summary>
    public bool IsRepeat
    {
        get => field || Attempt > 1;
        init;
    }

    /// <summary>Whether an event of the same resource with a higher position has been completed already.</summary>
    public required bool IsStale { get; init; }

    /// <summary>Until when nobody else may claim it, by the inbox's clock.</summary>
    public required DateTimeOffset LeasedUntil { get; init; }

    /// <summary>The event and the attempt.</summary>
    public override string ToString() => $"{Event}, attempt {Attempt}";
}
