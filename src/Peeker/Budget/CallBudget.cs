using System.Threading.RateLimiting;
using Peeker.Diagnostics;
using Peeker.Http;

namespace Peeker.Budget;

/// <summary>Takes a permit for each attempt, from the budget of the key that the attempt would use, where there is one.</summary>
internal sealed class CallBudget(Func<CancellationToken, ValueTask<RateLimiter?>> limiter, ClientTelemetry telemetry, TimeProvider time)
{
    /// <exception cref="PeekerBudgetException">There is none in time, or too many wait already.</exception>
    public async ValueTask<RateLimitLease?> AcquireAsync(Call call, CancellationToken cancellationToken)
    {
        if (await limiter(cancellationToken).ConfigureAwait(false) is not { } budget) return null;
        var lease = budget.AttemptAcquire();
        if (lease.IsAcquired) return lease;
        using (lease)
        {
            if (WaitOf(lease) is { } wait && wait >= call.RemainingToBegin) throw new PeekerBudgetException(call.Operation.Id, "the request budget has no permit before the deadline", wait);
        }

        return await WaitAsync(budget, call, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<RateLimitLease> WaitAsync(RateLimiter budget, Call call, CancellationToken cancellationToken)
    {
        telemetry.WaitsForBudget(call);
        var began = time.GetTimestamp();
        using var limit = new AttemptLimit(call.RemainingToBegin, time, cancellationToken);
        try
        {
            var lease = await budget.AcquireAsync(1, limit.Token).ConfigureAwait(false);
            if (lease.IsAcquired) return lease;
            using (lease) throw new PeekerBudgetException(call.Operation.Id, "too many attempts wait for the request budget", WaitOf(lease));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && limit.IsUp)
        {
            throw new PeekerBudgetException(call.Operation.Id, "the request budget gave no permit before the deadline", null);
        }
        finally
        {
            ClientTelemetry.BudgetWaited(call, time.GetElapsedTime(began));
        }
    }

    private static TimeSpan? WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
}
