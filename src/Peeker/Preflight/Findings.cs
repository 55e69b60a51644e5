namespace Peeker.Preflight;

/// <summary>Collects what is found, without the rules that are switched off.</summary>
internal sealed class Findings(IReadOnlyCollection<PreflightRule>? switchedOff)
{
    private readonly List<PreflightViolation> _violations = [];
    private readonly List<UncheckedRule> _notChecked = [];

    public bool IsOff(PreflightRule rule) => switchedOff?.Contains(rule) == true;

    public void Add(PreflightViolation violation)
    {
        if (!IsOff(violation.Rule)) _violations.Add(violation);
    }

    public void Invalid(PreflightRule rule, string field, string problem, string remedy) =>
        Add(new(rule, ErrorCode.InvalidRequest, field, $"{field} {problem}.", remedy));

    public void NotChecked(PreflightRule rule, MissingFact missing)
    {
        if (!IsOff(rule)) _notChecked.Add(new(rule, missing));
    }

    public PreflightReport Report() => new(_violations, _notChecked);
}
