using Microsoft.Extensions.Logging;

namespace Peeker.AspNetCore.Tests;

/// <summary>The runs under way, on one timer.</summary>
public sealed class RunWatchesTests : IDisposable
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Third = Lease / 3;

    private readonly SetTimers _time = new();
    private readonly LogBook _book = new();
    private readonly LoggerFactory _loggers;
    private readonly CountingInbox _inbox;
    private readonly StopLimit _limit;
    private readonly RunWatches _watches;
    private readonly List<string> _told = [];

    public RunWatchesTests()
    {
        _loggers = new([_book]);
        var log = new WebhookLog(_loggers);
        _inbox = new(_time);
        _limit = new(null!, _time, log, lifetime: null);
        _watches = new(_inbox, _limit, _time, log);
    }

    [Fact]
    public async Task A_run_that_has_ended_is_neither_renewed_nor_told_of()
    {
        await (await BeginAsync("evt_1", slowAfter: Third)).DisposeAsync();
        await using var other = await BeginAsync("evt_2", slowAfter: Third);
        _time.Advance(Third);
        await Eventually.TrueAsync(() => _inbox.Renewals == 1);
        Assert.Equal(["evt_2"], _told);
    }

    [Fact]
    public async Task Each_run_is_renewed_again_and_again_and_told_of_once_at_its_own_time()
    {
        var slow = await BeginAsync("evt_1", slowAfter: 2 * Third);
        _time.Advance(Third / 2);

        // Before anything else is due.
        var hasty = await BeginAsync("evt_2", slowAfter: Third / 4);
        _time.Advance(Third / 4);
        Assert.Equal(["evt_2"], _told);
        _time.Advance(Third / 4);
        await Eventually.TrueAsync(() => _inbox.Renewals == 1);
        _time.Advance(Third / 2);
        await Eventually.TrueAsync(() => _inbox.Renewals == 2);
        Assert.Equal(["evt_2"], _told);
        _time.Advance(Third / 2);
        await Eventually.TrueAsync(() => _inbox.Renewals == 3);
        Assert.Equal(["evt_2", "evt_1"], _told);
        await hasty.DisposeAsync();
        for (var renewal = 4; renewal < 10; renewal++)
        {
            _time.Advance(Third);
            await Eventually.TrueAsync(() => _inbox.Renewals == renewal);
        }

        Assert.Equal(["evt_2", "evt_1"], _told);
        await slow.DisposeAsync();
    }

    [Fact]
    public async Task Any_of_many_may_end_first_and_the_others_are_still_watched()
    {
        var all = new List<RunWatch>();
        for (var number = 0; number < 6; number++) all.Add(await BeginAsync($"evt_{number}", Third));

        // The last, the first, one in the middle of the list, and its neighbours of before.
        foreach (var ended in (int[])[5, 0, 2, 3, 4]) await all[ended].DisposeAsync();
        _time.Advance(Third);
        await Eventually.TrueAsync(() => _inbox.Renewals == 1);
        Assert.Equal(["evt_1"], _told);
        await using var late = await BeginAsync("evt_6", 2 * Third);
        await all[1].DisposeAsync();
        await late.DisposeAsync();
        _time.Advance(10 * Lease);
        Assert.Equal((1, 1), (_inbox.Renewals, _told.Count));
    }

    [Fact]
    public async Task What_is_told_of_a_run_is_told_in_its_own_flow()
    {
        var (flow, seen) = (new AsyncLocal<string>(), new List<string>());
        foreach (var name in (string[])["one", "other"])
        {
            flow.Value = name;
            _watches.Begin(await ClaimAsync(name), Lease, new(Third, (claim, _) => seen.Add($"{claim.Event.EventId} {flow.Value}")));
        }

        using (ExecutionContext.SuppressFlow()) _watches.Begin((await ClaimAsync("none")), Lease, new(Third, (claim, _) => seen.Add(claim.Event.EventId)));
        flow.Value = "the timer's";
        _time.Advance(Third);
        Assert.Equal(["none", "one one", "other other"], seen.Order());
    }

    [Fact]
    public async Task What_telling_throws_is_nobodys_and_all_are_renewed_before_anybody_is_told()
    {
        var renewedBefore = new List<int>();
        for (var number = 0; number < 3; number++)
        {
            _watches.Begin(await ClaimAsync($"evt_{number}"), Lease, new(Third, (_, _) =>
            {
                // Renewals are asked for on other threads.
                SpinWait.SpinUntil(() => _inbox.Renewals == 3, TimeSpan.FromSeconds(10));
                renewedBefore.Add(_inbox.Renewals);
                throw new IOException("The disk of the log is full.");
            }));
        }

        // The clock of the tests calls its timers here: what they throw is seen.
        _time.Advance(Third);
        Assert.Equal([3, 3, 3], renewedBefore);
        _time.Advance(Third);
        await Eventually.TrueAsync(() => _inbox.Renewals == 6);
    }

    [Fact]
    public async Task A_clock_of_whole_seconds_renews_a_lease_of_one_no_more_often_than_it_can_tell()
    {
        _time.Frequency = 1;
        await using var run = _watches.Begin(await ClaimAsync("evt_1"), TimeSpan.FromSeconds(1), patience: null);
        for (var step = 0; step < 200; step++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            await Task.Yield();
        }

        await Eventually.TrueAsync(() => _inbox.Renewals > 0);
        Assert.InRange(_inbox.Renewals, 1, 2);
    }

    [Fact]
    public async Task Runs_that_outlive_the_services_are_cancelled()
    {
        await using var run = await BeginAsync("evt_1", Third);
        _watches.Dispose();
        Assert.True(run.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task Many_runs_one_after_the_other_make_one_timer_and_hardly_ever_set_it()
    {
        for (var number = 0; number < 1000; number++)
        {
            await using var run = await BeginAsync($"evt_{number}", Third);
            _time.Advance(TimeSpan.FromMilliseconds(29));
        }

        // Twenty-nine seconds: for the first, and then for whoever was under way when it rang.
        Assert.Equal(1, _time.Made);
        Assert.InRange(_time.Set, 1, 4);
        Assert.Equal((0, 0), (_inbox.Renewals, _told.Count));
    }

    [Fact]
    public async Task A_timer_that_rings_early_is_set_again()
    {
        _time.Early = TimeSpan.FromMilliseconds(5);
        await using var run = await BeginAsync("evt_1", Third);
        _time.Advance(Third - TimeSpan.FromMilliseconds(5));
        Assert.Empty(_told);
        _time.Advance(TimeSpan.FromMilliseconds(5));
        Assert.Equal(["evt_1"], _told);
    }

    [Fact]
    public async Task When_the_host_has_waited_long_enough_every_run_is_cancelled_and_those_that_begin_later_too()
    {
        await using var first = await BeginAsync("evt_1", Third);
        await using var second = await BeginAsync("evt_2", Third);
        await (await BeginAsync("evt_3", Third)).DisposeAsync();
        Assert.False(first.Token.IsCancellationRequested || second.Token.IsCancellationRequested);
        _limit.Reach();
        Assert.True(first.Token.IsCancellationRequested && second.Token.IsCancellationRequested);
        await using var late = await BeginAsync("evt_4", Third);
        Assert.True(late.Token.IsCancellationRequested);
    }

    public void Dispose()
    {
        _watches.Dispose();
        _limit.Dispose();
        _loggers.Dispose();
    }

    private async Task<RunWatch> BeginAsync(string id, TimeSpan slowAfter) => _watches.Begin(await ClaimAsync(id), Lease, new(slowAfter, (claim, _) => _told.Add(claim.Event.EventId)));

    private async Task<InboxClaim> ClaimAsync(string id) =>
        (await _inbox.ClaimAsync(new() { EventId = id, EventType = "order.completed", Body = default, ReceivedAt = _time.GetUtcNow(), SecretLabel = "live" }, Lease)).Claim!;
}
