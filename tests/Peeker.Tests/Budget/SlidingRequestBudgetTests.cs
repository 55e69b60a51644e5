using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.Tests.Budget;

public sealed class SlidingRequestBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Six_hundred_go_in_a_minute_and_the_next_is_told_when()
    {
        using var budget = new SlidingRequestBudget(new() { Time = _time });
        for (var request = 0; request < 600; request++)
        {
            using var lease = budget.AttemptAcquire();
            Assert.True(lease.IsAcquired);
        }

        _time.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(TimeSpan.FromSeconds(40.05), RetryAfter(budget.AttemptAcquire()));
        _time.Advance(TimeSpan.FromSeconds(40.05));
        Assert.True(budget.AttemptAcquire().IsAcquired);
    }

    [Fact]
    public void The_estimate_counts_the_queue_and_takes_permits_in_use_as_returned_now()
    {
        using var budget = Budget(3);
        using var held = budget.AttemptAcquire();
        budget.AttemptAcquire(2).Dispose();
        _time.Advance(TimeSpan.FromSeconds(4));
        var queue = new List<double>();
        for (var ahead = 0; ahead < 8; ahead++)
        {
            queue.Add(RetryAfter(budget.AttemptAcquire()).TotalSeconds);
            _ = budget.AcquireAsync().AsTask();
        }

        Assert.Equal([6, 6, 10, 16, 16, 20, 26, 26], queue);
    }

    [Fact]
    public async Task Waiters_are_served_in_order_and_nobody_overtakes_one_who_wants_more()
    {
        using var budget = Budget(3);
        budget.AttemptAcquire(2).Dispose();
        var first = budget.AcquireAsync(3).AsTask();
        var second = budget.AcquireAsync().AsTask();
        Assert.False(budget.AttemptAcquire().IsAcquired);
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(first.IsCompletedSuccessfully);
        Assert.False(second.IsCompleted);
        (await first).Dispose();
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_cancelled_waiter_leaves_at_once_and_those_behind_it_move_up()
    {
        using var budget = Budget(3);
        using var stop = new CancellationTokenSource();
        budget.AttemptAcquire(2).Dispose();
        var greedy = budget.AcquireAsync(3, stop.Token);
        var modest = budget.AcquireAsync();
        await stop.CancelAsync();
        var failure = await Assert.ThrowsAsync<TaskCanceledException>(async () => await greedy);
        Assert.Equal(stop.Token, failure.CancellationToken);
        Assert.True((await modest).IsAcquired);
        await Assert.ThrowsAsync<TaskCanceledException>(async () => await budget.AcquireAsync(1, stop.Token));
        Assert.Equal(0, budget.GetStatistics()!.CurrentQueuedCount);
    }

    [Fact]
    public async Task A_full_queue_refuses_at_once_and_says_when()
    {
        using var budget = Budget(1, queueLimit: 1);
        budget.AttemptAcquire().Dispose();
        var waiting = budget.AcquireAsync();
        var refused = await budget.AcquireAsync();
        Assert.False(refused.IsAcquired);
        Assert.Equal(TimeSpan.FromSeconds(20), RetryAfter(refused));
        Assert.True(refused.TryGetMetadata(MetadataName.ReasonPhrase, out var reason));
        Assert.Contains("queue", reason, StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True((await waiting).IsAcquired);
        Assert.Equal(1, budget.GetStatistics()!.TotalFailedLeases);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_the_budget_refuses_waiters_and_throws_for_later_callers(bool asynchronously)
    {
        var budget = Budget(1);
        var held = budget.AttemptAcquire();
        var waiting = budget.AcquireAsync();
        if (asynchronously) await budget.DisposeAsync();
        else budget.Dispose();
        Assert.False((await waiting).IsAcquired);
        Assert.Throws<ObjectDisposedException>(() => budget.AttemptAcquire());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await budget.AcquireAsync());
        held.Dispose();
        budget.Dispose();
    }

    [Fact]
    public async Task Asking_for_no_permit_tells_whether_there_is_one_and_waits_for_one()
    {
        using var budget = Budget(1);
        Assert.True(budget.AttemptAcquire(0).IsAcquired);
        Assert.True((await budget.AcquireAsync(0)).IsAcquired);
        budget.AttemptAcquire().Dispose();
        Assert.False(budget.AttemptAcquire(0).IsAcquired);
        var waiting = budget.AcquireAsync(0);
        Assert.False(waiting.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.True((await waiting).IsAcquired);
        Assert.Equal(1, budget.GetStatistics()!.CurrentAvailablePermits);
    }

    [Fact]
    public void More_permits_than_there_are_will_never_be_free()
    {
        using var budget = Budget(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => budget.AttemptAcquire(3));
    }

    [Fact]
    public void It_is_idle_from_the_moment_its_last_permit_is_free()
    {
        using var budget = Budget(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(1), budget.IdleDuration);
        var held = budget.AttemptAcquire();
        Assert.Null(budget.IdleDuration);
        held.Dispose();
        Assert.Null(budget.IdleDuration);
        _time.Advance(TimeSpan.FromSeconds(13));
        Assert.Equal(TimeSpan.FromSeconds(3), budget.IdleDuration);
    }

    [Fact]
    public async Task A_free_permit_costs_one_small_object()
    {
        using var budget = new SlidingRequestBudget(new() { Permits = 1_000_000, Time = _time });
        for (var warm = 0; warm < 5_000; warm++) budget.AttemptAcquire().Dispose();
        _time.Advance(TimeSpan.FromMinutes(2));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1_000; call++) (await budget.AcquireAsync()).Dispose();
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000, 1, 40);
    }

    [Fact]
    public void Impossible_options_are_named()
    {
        Assert.Equal("Permits", Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingRequestBudget(new() { Permits = 0 })).ParamName);
        Assert.Equal("Window", Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingRequestBudget(new() { Window = TimeSpan.Zero })).ParamName);
        Assert.Equal("Margin", Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingRequestBudget(new() { Margin = TimeSpan.FromHours(1) })).ParamName);
        Assert.Equal("QueueLimit", Assert.Throws<ArgumentOutOfRangeException>(() => new SlidingRequestBudget(new() { QueueLimit = -1 })).ParamName);
    }

    private static TimeSpan RetryAfter(RateLimitLease lease)
    {
        Assert.False(lease.IsAcquired);
        Assert.True(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        return wait;
    }

    private SlidingRequestBudget Budget(int permits, int queueLimit = 100) =>
        new(new() { Permits = permits, Window = TimeSpan.FromSeconds(10), Margin = TimeSpan.Zero, QueueLimit = queueLimit, Time = _time });
}
