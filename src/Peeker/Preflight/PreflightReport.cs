namespace Peeker;

/// <summary>All that is wrong with an order, in the order in which the API would find it, and what could not be looked at.</summary>
public sealed class PreflightReport
{
    internal PreflightReport(IReadOnlyList<PreflightViolation> violations, IReadOnlyList<UncheckedRule> notChecked) => (Violations, NotChecked) = (violations, notChecked);

    /// <summary>Rules that are broken; the first is the error that the API would answer. Empty for an order that is good as far as it was checked.</summary>
    public IReadOnlyList<PreflightViolation> Violations { get; }

    /// <summary>Rules that were not checked because a fact is missing.</summary>
    public IReadOnlyList<UncheckedRule> NotChecked { get; }

    /// <summary>Whether no rule is broken, of those that were checked.</summary>
    public bool IsGood => Violations.Count == 0;

    /// <summary>How many of each.</summary>
    public override string ToString() => $"{Violations.Count} violations, {NotChecked.Count} rules not checked";
}
