using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>The budgets of this process: one for each API, key, limit and clock, whoever asks.</summary>
/// <remarks>
/// A key is known by itself and not by its hash: the first hash of a process loads the whole of OpenSSL, which took a third of the time of a first call. Whoever reads
/// this memory reads the clients' keys too. What is idle and in nobody's hands goes when the table has doubled.
/// </remarks>
internal sealed class RequestBudgets
{
    private readonly Dictionary<Name, SharedBudget> _budgets = [];
    private int _sweepAt;

    public static RequestBudgets OfProcess { get; } = new();

    public int Count
    {
        get
        {
            lock (_budgets) return _budgets.Count;
        }
    }

    public RateLimiter For(Uri baseAddress, string key, int permitsPerMinute, TimeProvider time) => Find(baseAddress, key, permitsPerMinute, time).Budget;

    public (SharedBudget Shared, SlidingRequestBudget Budget) Find(Uri baseAddress, string key, int permitsPerMinute, TimeProvider time)
    {
        var name = new Name(baseAddress.Authority, key, permitsPerMinute, time);
        lock (_budgets)
        {
            if (_budgets.TryGetValue(name, out var known) && known.Use() is { } budget) return (known, budget);
            if (_budgets.Count >= _sweepAt) Sweep();
            var made = new SlidingRequestBudget(new() { Permits = permitsPerMinute, Time = time });
            return (_budgets[name] = new(made), made);
        }
    }

    /// <summary>Keys may rotate for ever: what is idle, and in nobody's hands, goes.</summary>
    private void Sweep()
    {
        foreach (var (name, budget) in _budgets)
        {
            if (budget.IsForgotten()) _budgets.Remove(name);
        }

        // Twice what is left, so that looking through them all is rare.
        _sweepAt = 2 * _budgets.Count;
    }

    internal readonly record struct Name(string Api, string Key, int Permits, TimeProvider Time)
    {
        /// <summary>Never the key.</summary>
        public override string ToString() => Api;
    }
}
