namespace Peeker.Redis;

/// <summary>What one run of the script is told and asked.</summary>
internal sealed class BudgetQuestion
{
    /// <summary>Where the count began that this process has reported to; null when the question carries everything it has taken.</summary>
    public required string? Epoch { get; init; }

    /// <summary>How often the connection had changed when this was asked.</summary>
    public required int Connection { get; init; }

    public required int Wanted { get; init; }

    /// <summary>The permits that are wanted get the ids from here on.</summary>
    public required long FirstId { get; init; }

    /// <summary>Permits returned, and how many microseconds ago.</summary>
    public required (long Id, long Age)[] Returned { get; init; }

    /// <summary>Permits in use that Redis may have lost.</summary>
    public required long[] Held { get; init; }

    /// <summary>Permits that were granted to nobody.</summary>
    public required long[] Unused { get; init; }
}
