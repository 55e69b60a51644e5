using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>One client's way to the budget of its key at its API. While the key is the same string, it is not hashed again.</summary>
internal sealed class KeyBudget(RequestBudgets budgets, Uri baseAddress, int permitsPerMinute, TimeProvider time)
{
    private Found? _last;

    public RateLimiter For(string key)
    {
        var last = _last;
        if (last is not null && ReferenceEquals(last.Key, key)) return last.Shared.Keep(last.Budget);
        var (shared, budget) = budgets.Find(baseAddress, key, permitsPerMinute, time);
        _last = new(key, shared, budget);
        return budget;
    }

    private sealed class Found(string key, SharedBudget shared, SlidingRequestBudget budget)
    {
        public string Key { get; } = key;

        public SharedBudget Shared { get; } = shared;

        public SlidingRequestBudget Budget { get; } = budget;
    }
}
