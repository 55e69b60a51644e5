namespace Peeker.Inbox.Tests;

/// <summary>What every inbox promises.</summary>
public sealed class ClaimTests
{
    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_new_event_is_claimed_and_nobody_else_gets_it(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = InboxUnderTest.Event();
        var claim = await under.ClaimAsync(delivered);
        Assert.Equal((1, false, false), (claim.Attempt, claim.IsRepeat, claim.IsStale));
        Assert.Equal(InboxAnswer.Busy, await under.AskAsync(delivered));
        Assert.Equal(InboxAnswer.Claimed, await under.AskAsync(InboxUnderTest.Event()));
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task Of_sixteen_that_claim_at_once_exactly_one_wins(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        for (var round = 0; round < 50; round++)
        {
            var delivered = InboxUnderTest.Event();
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => under.AskAsync(delivered))));
            Assert.Equal(1, answers.Count(answer => answer == InboxAnswer.Claimed));
            Assert.Equal(15, answers.Count(answer => answer == InboxAnswer.Busy));
        }
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task After_the_lease_another_takes_over_and_the_first_is_refused_everything(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = InboxUnderTest.Event();
        var first = await under.ClaimAsync(delivered, seconds: 30);
        await under.PassAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(InboxAnswer.Busy, await under.AskAsync(delivered));
        await under.PassAsync(TimeSpan.FromSeconds(2));
        var second = await under.ClaimAsync(delivered);
        Assert.True(second.FencingToken > first.FencingToken);
        Assert.Equal((2, true), (second.Attempt, second.IsRepeat));
        Assert.False(await under.Inbox.RenewAsync(first, TimeSpan.FromHours(1)));
        Assert.False(await under.Inbox.ReleaseAsync(first, TimeSpan.Zero));
        Assert.False(await under.Inbox.CompleteAsync(first));
        Assert.Equal(InboxAnswer.Busy, await under.AskAsync(delivered));
        Assert.True(await under.Inbox.CompleteAsync(second));
        Assert.False(await under.Inbox.CompleteAsync(first));
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_renewed_lease_counts_from_then(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = InboxUnderTest.Event();
        var claim = await under.ClaimAsync(delivered, seconds: 30);
        await under.PassAsync(TimeSpan.FromSeconds(20));
        Assert.True(await under.Inbox.RenewAsync(claim, TimeSpan.FromSeconds(30)));
        await under.PassAsync(TimeSpan.FromSeconds(25));
        Assert.Equal(InboxAnswer.Busy, await under.AskAsync(delivered));
        await under.PassAsync(TimeSpan.FromSeconds(10));
        await under.ClaimAsync(delivered);
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_completed_event_stays_completed_and_asking_twice_changes_nothing(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = InboxUnderTest.Event();
        var claim = await under.ClaimAsync(delivered);
        Assert.True(await under.Inbox.CompleteAsync(claim));
        Assert.True(await under.Inbox.CompleteAsync(claim));
        Assert.False(await under.Inbox.RenewAsync(claim, TimeSpan.FromSeconds(1)));
        Assert.False(await under.Inbox.ReleaseAsync(claim, TimeSpan.Zero));
        Assert.Equal(InboxAnswer.Completed, await under.AskAsync(delivered));
        await under.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal(InboxAnswer.Completed, await under.AskAsync(delivered));
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task Who_is_late_may_complete_if_nobody_took_over(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var claim = await under.ClaimAsync(InboxUnderTest.Event(), seconds: 1);
        await under.PassAsync(TimeSpan.FromMinutes(5));
        Assert.True(await under.Inbox.CompleteAsync(claim));
        Assert.Equal(InboxAnswer.Completed, await under.AskAsync(claim.Event));
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_released_event_is_free_at_once_or_after_the_pause_and_the_claim_is_void(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = InboxUnderTest.Event();
        var first = await under.ClaimAsync(delivered);
        Assert.True(await under.Inbox.ReleaseAsync(first, TimeSpan.Zero));
        Assert.False(await under.Inbox.CompleteAsync(first));
        Assert.False(await under.Inbox.RenewAsync(first, TimeSpan.FromHours(1)));
        var second = await under.ClaimAsync(delivered);
        Assert.Equal((2, true), (second.Attempt, second.IsRepeat));
        Assert.True(await under.Inbox.ReleaseAsync(second, TimeSpan.FromSeconds(60)));
        await under.PassAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(InboxAnswer.Busy, await under.AskAsync(delivered));
        await under.PassAsync(TimeSpan.FromSeconds(2));
        Assert.Equal(3, (await under.ClaimAsync(delivered)).Attempt);
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task An_event_is_stale_when_a_later_one_of_its_resource_was_completed(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        const long Middle = (1L << 60) + 1;
        var completed = await under.ClaimAsync(InboxUnderTest.Event("ord_1", Middle));
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event("ord_1", Middle - 1))).IsStale);
        Assert.Null(await under.Inbox.NewestPositionAsync("ord_1"));
        Assert.True(await under.Inbox.CompleteAsync(completed));
        Assert.Equal(Middle, await under.Inbox.NewestPositionAsync("ord_1"));
        Assert.True((await under.ClaimAsync(InboxUnderTest.Event("ord_1", Middle - 1))).IsStale);
        Assert.True((await under.ClaimAsync(InboxUnderTest.Event("ord_1", long.MinValue))).IsStale);
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event("ord_1", Middle))).IsStale);
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event("ord_1", long.MaxValue))).IsStale);
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event("ord_2", 1))).IsStale);
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event(null, 1))).IsStale);

        // An older one that is completed later does not turn it back.
        Assert.True(await under.Inbox.CompleteAsync(await under.ClaimAsync(InboxUnderTest.Event("ord_1", 5))));
        Assert.Equal(Middle, await under.Inbox.NewestPositionAsync("ord_1"));
        Assert.True((await under.ClaimAsync(InboxUnderTest.Event("ord_1", 6))).IsStale);
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_completed_event_is_remembered_for_72_hours(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var claim = await under.ClaimAsync(InboxUnderTest.Event("ord_1", 5));
        await under.PassAsync(TimeSpan.FromSeconds(10));
        Assert.True(await under.Inbox.CompleteAsync(claim));
        await under.PassAsync(TimeSpan.FromHours(72) - TimeSpan.FromSeconds(5));
        Assert.True(await under.SweepAsync() is 0 or null);
        Assert.Equal(InboxAnswer.Completed, await under.AskAsync(claim.Event));
        Assert.True((await under.ClaimAsync(InboxUnderTest.Event("ord_1", 4))).IsStale);
        await under.PassAsync(TimeSpan.FromMinutes(2));
        Assert.True(await under.SweepAsync() is 1 or null);
        Assert.Equal(1, (await under.ClaimAsync(claim.Event)).Attempt);
        Assert.False((await under.ClaimAsync(InboxUnderTest.Event("ord_1", 4))).IsStale);
    }

    [Theory, OnMemory, OnSqlite, OnRedis]
    public async Task A_lease_lasts_for_some_time_and_a_caller_who_has_left_is_not_served(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var claim = await under.ClaimAsync(InboxUnderTest.Event());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await under.Inbox.ClaimAsync(InboxUnderTest.Event(), TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await under.Inbox.RenewAsync(claim, TimeSpan.Zero));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await under.Inbox.ReleaseAsync(claim, TimeSpan.FromSeconds(-1)));
        if (kind == "memory") return;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await under.Inbox.ClaimAsync(InboxUnderTest.Event(), TimeSpan.FromSeconds(1), new(canceled: true)));
    }
}
