namespace Peeker.Budget;

/// <summary>
/// Keeps a budget alive while one of its permits is not free. An idle one lives as long as somebody has it: were it made again for others
/// meanwhile, the two would not count together.
/// </summary>
internal sealed class SharedBudget
{
    private readonly WeakReference<SlidingRequestBudget> _known;
    private SlidingRequestBudget? _kept;

    public SharedBudget(SlidingRequestBudget budget)
    {
        _kept = budget;
        _known = new(budget);
    }

    /// <summary>The budget, kept alive for a use that follows at once; null if it is gone.</summary>
    public SlidingRequestBudget? Use() => _kept ?? (_known.TryGetTarget(out var budget) ? Keep(budget) : null);

    public SlidingRequestBudget Keep(SlidingRequestBudget budget) => _kept = budget;

    /// <summary>Lets go of an idle budget, and tells whether everybody else has too.</summary>
    public bool IsForgotten()
    {
        if (_kept?.IdleDuration is not null) _kept = null;
        return _kept is null && !_known.TryGetTarget(out _);
    }
}
