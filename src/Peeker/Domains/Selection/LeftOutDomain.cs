namespace Peeker;

/// <summary>A row that was not picked, and why.</summary>
public sealed class LeftOutDomain
{
    internal LeftOutDomain(AvailabilityRow row, LeftOutReason reason) => (Row, Reason) = (row, reason);

    /// <summary>The row, as it was given.</summary>
    public AvailabilityRow Row { get; }

    /// <summary>Why it was not picked.</summary>
    public LeftOutReason Reason { get; }

    /// <summary>Domain and reason.</summary>
    public override string ToString() => $"{Row.Domain}: {Reason}";
}
