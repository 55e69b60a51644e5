namespace Peeker.Inbox.Tests;

/// <summary>What every inbox promises that keeps the events themselves.</summary>
public sealed class DurableTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Theory, OnSqlite]
    public async Task An_event_is_accepted_once_and_comes_back_as_it_was(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var delivered = new InboxEvent
        {
            EventId = "evt_1", EventType = "order.completed", Body = "{\"ü\":\"\0\"}"u8.ToArray(), ReceivedAt = new(638_000_000_000_000_001, TimeSpan.Zero), SecretLabel = "sandbox",
            ResourceId = "ord_1", Position = -7, IsReconciled = true,
        };
        Assert.True(await under.Durable.AcceptAsync(delivered));
        Assert.False(await under.Durable.AcceptAsync(delivered));
        var kept = (await under.Durable.ClaimNextAsync(Lease))!.Event;
        Assert.Equal(delivered.Body.ToArray(), kept.Body.ToArray());
        Assert.Equal(
            (delivered.EventId, delivered.EventType, delivered.ReceivedAt, delivered.SecretLabel, delivered.ResourceId, delivered.Position, delivered.IsReconciled),
            (kept.EventId, kept.EventType, kept.ReceivedAt, kept.SecretLabel, kept.ResourceId, kept.Position, kept.IsReconciled));
        Assert.False(await under.Durable.AcceptAsync(delivered));
        Assert.Null(await under.Durable.ClaimNextAsync(Lease));
    }

    [Theory, OnSqlite]
    public async Task The_event_that_has_been_due_the_longest_is_next(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        Assert.Null(await under.Durable.NextDueAsync());
        var events = Enumerable.Range(0, 3).Select(_ => InboxUnderTest.Event()).ToList();
        foreach (var one in events)
        {
            await under.Durable.AcceptAsync(one);
            await under.PassAsync(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.Zero, await under.Durable.NextDueAsync());
        var first = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.Equal(events[0].EventId, first.Event.EventId);
        Assert.True(await under.Durable.ReleaseAsync(first, TimeSpan.FromSeconds(10)));
        Assert.Equal(events[1].EventId, (await under.Durable.ClaimNextAsync(Lease))!.Event.EventId);
        Assert.Equal(events[2].EventId, (await under.Durable.ClaimNextAsync(Lease))!.Event.EventId);
        Assert.Null(await under.Durable.ClaimNextAsync(Lease));
        Assert.Equal(TimeSpan.FromSeconds(10), await under.Durable.NextDueAsync());
        await under.PassAsync(TimeSpan.FromSeconds(10));
        var again = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.Equal((events[0].EventId, 2, true), (again.Event.EventId, again.Attempt, again.IsRepeat));
    }

    [Theory, OnSqlite]
    public async Task A_claim_that_is_given_back_is_no_attempt_and_its_next_run_is_a_repeat(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        await under.Durable.AcceptAsync(InboxUnderTest.Event());
        for (var restart = 0; restart < 3; restart++)
        {
            var claim = (await under.Durable.ClaimNextAsync(Lease))!;
            Assert.Equal((1, restart > 0), (claim.Attempt, claim.IsRepeat));
            Assert.True(await under.Durable.GiveBackAsync(claim));
            Assert.False(await under.Durable.GiveBackAsync(claim));
            Assert.False(await under.Durable.CompleteAsync(claim));
        }

        var failed = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.True(await under.Durable.ReleaseAsync(failed, TimeSpan.Zero));
        Assert.Equal(2, (await under.Durable.ClaimNextAsync(Lease))!.Attempt);
    }

    [Theory, OnSqlite]
    public async Task Sixteen_workers_get_each_event_once(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var events = Enumerable.Range(0, 500).Select(_ => InboxUnderTest.Event()).ToList();
        Assert.All(await Task.WhenAll(events.Select(async one => await under.Durable.AcceptAsync(one))), Assert.True);
        var worked = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await under.Durable.ClaimNextAsync(Lease) is { } claim)
            {
                mine.Add(claim.Event.EventId);
                Assert.True(await under.Durable.CompleteAsync(claim));
            }

            return mine;
        })));
        Assert.Equal(events.Select(one => one.EventId).Order(), worked.SelectMany(mine => mine).Order());
    }

    [Theory, OnSqlite]
    public async Task An_event_whose_worker_died_is_due_when_its_lease_is_over(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        await under.Durable.AcceptAsync(InboxUnderTest.Event());
        var dead = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.Equal(Lease, await under.Durable.NextDueAsync());
        await under.PassAsync(Lease);
        var heir = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.True(heir.IsRepeat);
        Assert.False(await under.Durable.CompleteAsync(dead));
        Assert.True(await under.Durable.CompleteAsync(heir));
        Assert.Null(await under.Durable.NextDueAsync());
    }

    [Theory, OnSqlite]
    public async Task Dead_letters_wait_for_a_person_who_gives_their_attempts_back(string kind)
    {
        await using var under = await InboxUnderTest.StartAsync(kind);
        var events = Enumerable.Range(0, 120).Select(_ => InboxUnderTest.Event()).ToList();
        foreach (var one in events)
        {
            var claim = await under.ClaimAsync(one);
            if (one == events[0])
            {
                await under.Inbox.ReleaseAsync(claim, TimeSpan.Zero);
                Assert.False(await under.Durable.BuryAsync(claim, "Late"));
                claim = await under.ClaimAsync(one);
            }

            Assert.True(await under.Durable.BuryAsync(claim, "System.TimeoutException"));
            Assert.False(await under.Durable.CompleteAsync(claim));
            if (one != events[50]) await under.PassAsync(TimeSpan.FromSeconds(1));
        }

        await under.PassAsync(TimeSpan.FromHours(100));
        Assert.Equal(0, await under.Durable.SweepAsync());
        Assert.Equal(InboxAnswer.Dead, await under.AskAsync(events[0]));
        Assert.False(await under.Durable.AcceptAsync(events[0]));
        Assert.Null(await under.Durable.ClaimNextAsync(Lease));
        var letters = new List<DeadLetter>();
        await foreach (var letter in under.Durable.DeadLettersAsync()) letters.Add(letter);
        Assert.Equal(events.Select(one => one.EventId), letters.Select(letter => letter.Event.EventId));
        Assert.Equal((2, "System.TimeoutException"), (letters[0].Attempts, letters[0].Reason));
        Assert.True(await under.Durable.ReviveAsync(events[0].EventId));
        Assert.False(await under.Durable.ReviveAsync(events[0].EventId));
        Assert.False(await under.Durable.ReviveAsync("evt_nobody"));
        var revived = (await under.Durable.ClaimNextAsync(Lease))!;
        Assert.Equal((events[0].EventId, 1, true), (revived.Event.EventId, revived.Attempt, revived.IsRepeat));
        Assert.True(await under.Durable.CompleteAsync(revived));
    }
}
