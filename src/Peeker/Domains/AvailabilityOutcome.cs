namespace Peeker;

/// <summary>What came of the check of one name: its row, or why there is none.</summary>
public sealed class AvailabilityOutcome
{
    internal AvailabilityOutcome(string domain, AvailabilityRow? row, PeekerException? error) => (Domain, Row, Error) = (domain, row, error);

    /// <summary>The name, as it stood in the input.</summary>
    public string Domain { get; }

    /// <summary>Whether it can be bought, and for how much; null when the check failed.</summary>
    public AvailabilityRow? Row { get; }

    /// <summary>Why there is no row; the names of one request have the same. Null when there is one.</summary>
    public PeekerException? Error { get; }
}
