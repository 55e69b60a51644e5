using System.Threading.RateLimiting;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.Tests.Budget;

/// <summary>The budget beside a naive model, and a server that sees a request at any moment between grant and return.</summary>
public sealed class ExactnessTests
{
    private const int Window = 40;
    private const int Margin = 2;

    private static readonly Gen<(int Kind, int Pick)> Step = Gen.Select(Gen.Frequency((4, Gen.Const(0)), (3, Gen.Const(1)), (1, Gen.Const(2)), (5, Gen.Const(3))), Gen.Int[0, 30]);

    [Fact]
    public void Grants_come_when_the_model_says_and_no_window_at_the_server_holds_more_than_the_limit() =>
        Gen.Select(Gen.Int[1, 5], Gen.Double[0, 1].Array[64], Step.List[1, 150]).Sample((permits, delays, steps) =>
        {
            var time = new FakeTimeProvider();
            using var budget = new SlidingRequestBudget(new() { Permits = permits, Window = Ms(Window), Margin = Ms(Margin), Time = time });
            var (model, asked, now) = (new BudgetModel(permits, Window + Margin), new List<(Task<RateLimitLease> Lease, CancellationTokenSource Stop)>(), 0L);
            foreach (var (kind, pick) in steps)
            {
                switch (kind)
                {
                    case 0:
                        var stop = new CancellationTokenSource();
                        asked.Add((budget.AcquireAsync(1, stop.Token).AsTask(), stop));
                        model.Calls.Add(new());
                        break;
                    case 1 when Pick(model, call => call is { Granted: not null, Returned: null }, pick) is { } done:
                        model.Calls[done].Returned = now;
                        asked[done].Lease.Result.Dispose();
                        asked[done].Lease.Result.Dispose();
                        break;
                    case 2 when Pick(model, call => call is { Granted: null, Gone: false }, pick) is { } gone:
                        model.Calls[gone].Gone = true;
                        asked[gone].Stop.Cancel();
                        break;
                    case 3:
                        for (var step = 0; step < pick; step++)
                        {
                            now++;
                            time.Advance(Ms(1));
                            model.Settle(now);
                            Agree(model, asked);
                        }

                        break;
                }

                model.Settle(now);
                Agree(model, asked);
            }

            var arrivals = model.Calls.Where(call => call.Granted is not null)
                .Select((call, index) => call.Granted!.Value + (long)(delays[index % delays.Length] * ((call.Returned ?? now) - call.Granted!.Value)));
            Assert.InRange(Arrivals.MostWithin(arrivals, Window), 0, permits);
        });

    [Fact]
    public async Task A_waiter_is_served_one_window_and_the_margin_after_the_return_and_not_a_tick_before()
    {
        var time = new FakeTimeProvider();
        using var budget = new SlidingRequestBudget(new() { Permits = 1, Window = Ms(Window), Margin = Ms(Margin), Time = time });
        var first = budget.AttemptAcquire();
        var second = budget.AcquireAsync();
        time.Advance(Ms(10 * Window));
        Assert.False(second.IsCompleted);
        first.Dispose();
        time.Advance(Ms(Window + Margin) - TimeSpan.FromTicks(1));
        Assert.False(second.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(second.IsCompleted);
        Assert.True((await second).IsAcquired);
    }

    [Fact]
    public void A_permit_is_free_one_window_and_the_margin_after_the_return_and_not_a_tick_before()
    {
        var time = new FakeTimeProvider();
        using var budget = new SlidingRequestBudget(new() { Permits = 1, Window = Ms(Window), Margin = Ms(Margin), Time = time });
        budget.AttemptAcquire().Dispose();
        time.Advance(Ms(Window + Margin) - TimeSpan.FromTicks(1));
        Assert.False(budget.AttemptAcquire().IsAcquired);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(budget.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public async Task Busy_threads_never_exceed_the_limit_and_use_it()
    {
        const int permits = 50;
        var window = TimeSpan.FromMilliseconds(200);
        using var budget = new SlidingRequestBudget(new() { Permits = permits, Window = window });
        var (arrivals, clock) = (new System.Collections.Concurrent.ConcurrentBag<long>(), TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            for (var call = 0; call < 10; call++)
            {
                using var impatient = new CancellationTokenSource();
                if (call % 5 == 0) impatient.CancelAfter(number);
                try
                {
                    using var lease = await budget.AcquireAsync(1, impatient.Token);
                    if (number % 2 == 0) await Task.Yield();
                    arrivals.Add(clock.GetTimestamp());
                }
                catch (OperationCanceledException)
                {
                    // Some leave the queue, in the middle of it too.
                }
            }
        })));
        Assert.Equal(permits, Arrivals.MostWithin(arrivals, (long)(window.TotalSeconds * clock.TimestampFrequency)));
        Assert.InRange(arrivals.Count, 40 * 8, 40 * 10);
        Assert.Equal(arrivals.Count, budget.GetStatistics()!.TotalSuccessfulLeases);
        Assert.Equal(0, budget.GetStatistics()!.CurrentQueuedCount);
    }

    private static void Agree(BudgetModel model, List<(Task<RateLimitLease> Lease, CancellationTokenSource Stop)> asked) =>
        Assert.Equal(model.Calls.Select(call => call.Granted is not null), asked.Select(one => one.Lease.IsCompletedSuccessfully));

    private static int? Pick(BudgetModel model, Func<BudgetModel.Call, bool> which, int pick)
    {
        var fitting = Enumerable.Range(0, model.Calls.Count).Where(index => which(model.Calls[index])).ToArray();
        return fitting.Length == 0 ? null : fitting[pick % fitting.Length];
    }

    private static TimeSpan Ms(int milliseconds) => TimeSpan.FromMilliseconds(milliseconds);
}
