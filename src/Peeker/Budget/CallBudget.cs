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
        if (await BudgetOf(call, cancellationToken).ConfigureAwait(false) is not { } budget) return null;
        var lease = Ask(budget);
        if (lease.IsAcquired) return lease;
        using (lease)
        {
            if (WaitOf(lease) is { } wait && wait >= call.RemainingToBegin) throw new PeekerBudgetException(call.Operation.Id, "the request budget has no permit before the deadline", wait);
        }

        return await WaitAsync(budget, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The key decides about the budget, and a source of keys that does not answer must not outlast the deadline.</summary>
    private async ValueTask<RateLimiter?> BudgetOf(Call call, CancellationToken cancellationToken)
    {
        var asked = limiter(cancellationToken);
        if (asked.IsCompleted || call.RemainingToBegin == TimeSpan.MaxValue) return await asked.ConfigureAwait(false);
        var answer = asked.AsTask();
        try
        {
            return await answer.WaitAsync(call.RemainingToBegin > TimeSpan.Zero ? call.RemainingToBegin : TimeSpan.Zero, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException late) when (!answer.IsCompleted)
        {
            // Whatever comes of it later is nobody's.
            _ = answer.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new PeekerConfigurationException(nameof(PeekerClientOptions.ApiKeySource), "ApiKeySource gave no key before the deadline; nothing was sent.", call.Operation.Id, late);
        }
    }

    private static RateLimitLease Ask(RateLimiter budget)
    {
        try
        {
            return budget.AttemptAcquire();
        }
        catch (Exception failure) when (failure is not PeekerException)
        {
            throw Broken(failure);
        }
    }

    private static PeekerConfigurationException Broken(Exception failure) =>
        new(nameof(PeekerClientOptions.RequestBudget), "The request budget cannot be used; see the inner exception. Was it disposed?", operation: null, failure);

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
        catch (Exception failure) when (failure is not PeekerException && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw Broken(failure);
        }
        finally
        {
            ClientTelemetry.BudgetWaited(call, time.GetElapsedTime(began));
        }
    }

    private static TimeSpan? WaitOf(RateLimitLease lease) => lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
}
