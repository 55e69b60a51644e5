namespace Peeker;

/// <summary>Why a domain was not picked.</summary>
public enum LeftOutReason
{
    /// <summary>It could have been picked; others are cheaper, or were asked for first at the same price.</summary>
    NotNeeded,

    /// <summary>It runs on Google only, and it is Microsoft domains that are missing.</summary>
    GoogleOnly,

    /// <summary>It runs on Microsoft only, and it is Google domains that are missing.</summary>
    MicrosoftOnly,

    /// <summary>A premium domain, which cannot be ordered through the API (docs: domains).</summary>
    Premium,

    /// <summary>Its row is outdated; check it again.</summary>
    Stale,

    /// <summary>The same domain was among the rows before.</summary>
    Duplicate,

    /// <summary>It cannot be bought; <see cref="AvailabilityRow.Reason"/> of its row says why.</summary>
    Unavailable,

    /// <summary>No mail provider that is known here runs on it.</summary>
    NoProvider,

    /// <summary>Its row has no price, or no price of a renewal where renewals count; one below nothing or above ten million of its currency is none.</summary>
    NoPrice,

    /// <summary>Its price is in another currency than that of the first domain.</summary>
    OtherCurrency,
}
