namespace Peeker;

/// <summary>An event that failed too often.</summary>
public sealed class DeadLetter
{
    /// <summary>The event.</summary>
    public required InboxEvent Event { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was put aside.</summary>
    public required DateTimeOffset BuriedAt { get; init; }

    /// <summary>The type of what went wrong.</summary>
    public required string Reason { get; init; }

    /// <summary>The event and the reason.</summary>
    public override string ToString() => $"{Event}: {Reason}";
}
