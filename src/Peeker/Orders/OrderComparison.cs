namespace Peeker;

/// <summary>How the bodies of two orders stand to each other.</summary>
public enum OrderComparison
{
    /// <summary>The same bytes: within the safe time, sending one after the other places one order.</summary>
    SameBytes,

    /// <summary>They ask for the same, in other bytes: sending both places two orders, and charges twice.</summary>
    SameOrderWrittenDifferently,

    /// <summary>They ask for different things.</summary>
    Different,
}
