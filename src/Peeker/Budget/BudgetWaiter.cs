using System.Threading.RateLimiting;

namespace Peeker.Budget;

/// <summary>A caller in the queue.</summary>
internal sealed class BudgetWaiter : TaskCompletionSource<RateLimitLease>
{
    public BudgetWaiter(int permits)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Permits = permits;
        Place = new(this);
    }

    public int Permits { get; }

    /// <summary>Asking for no permit waits for one, and takes a place as well, or the queue would have no bound.</summary>
    public int Weight => Math.Max(1, Permits);

    public LinkedListNode<BudgetWaiter> Place { get; }

    public CancellationTokenRegistration Cancellation { get; set; }
}
