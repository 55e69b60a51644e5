namespace Peeker;

/// <summary>A rule that could not be checked, for want of a fact.</summary>
public sealed class UncheckedRule
{
    internal UncheckedRule(PreflightRule rule, MissingFact missing) => (Rule, Missing) = (rule, missing);

    /// <summary>The rule.</summary>
    public PreflightRule Rule { get; }

    /// <summary>What would have to be known.</summary>
    public MissingFact Missing { get; }

    /// <summary>Rule and fact.</summary>
    public override string ToString() => $"{Rule}: needs {Missing}";
}
