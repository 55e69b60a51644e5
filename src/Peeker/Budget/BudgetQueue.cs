using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>Callers in the order they came. Every member but the cancellation is called with the lock of its budget taken.</summary>
internal sealed class BudgetQueue(object sync, int limit, Action shortened)
{
    private readonly LinkedList<BudgetWaiter> _waiters = new();

    /// <summary>Permits that are waited for.</summary>
    public int Weight { get; private set; }

    public BudgetWaiter? First => _waiters.First?.Value;

    public bool HasRoom(int permits) => Weight + Math.Max(1, permits) <= limit;

    public Task<RateLimitLease> Join(int permits, CancellationToken cancellationToken)
    {
        var waiter = new BudgetWaiter(permits);
        _waiters.AddLast(waiter.Place);
        Weight += waiter.Weight;
        waiter.Cancellation = cancellationToken.UnsafeRegister((state, token) => Leave((BudgetWaiter)state!, token), waiter);
        return waiter.Task;
    }

    /// <summary>Ends the wait of the first.</summary>
    public void Serve(RateLimitLease lease)
    {
        var waiter = First!;
        Remove(waiter);
        // Disposing it instead would wait for a cancellation that waits for our lock.
        waiter.Cancellation.Unregister();
        waiter.SetResult(lease);
    }

    private void Leave(BudgetWaiter waiter, CancellationToken token)
    {
        lock (sync)
        {
            if (waiter.Place.List is null) return;
            Remove(waiter);
            waiter.SetCanceled(token);
            shortened();
        }
    }

    private void Remove(BudgetWaiter waiter)
    {
        _waiters.Remove(waiter.Place);
        Weight -= waiter.Weight;
    }
}
