using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>The inbox in memory, by its contract.</summary>
public class InMemoryWebhookInboxTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new(Host.Start);

    [Fact]
    public async Task A_lease_until_the_end_of_time_stops_nothing()
    {
        var inbox = new InMemoryWebhookInbox(_clock);
        Assert.NotNull((await inbox.ClaimAsync(Event("evt_1"), DateTimeOffset.MaxValue - _clock.GetUtcNow())).Claim);
        _clock.Advance(TimeSpan.FromDays(4));
        Assert.NotNull((await inbox.ClaimAsync(Event("evt_2"), Lease)).Claim);
        Assert.Equal(InboxAnswer.Busy, (await inbox.ClaimAsync(Event("evt_1"), Lease)).Answer);
    }

    [Fact]
    public async Task A_claim_whose_lease_ran_out_can_still_complete_unless_somebody_took_over()
    {
        var inbox = new InMemoryWebhookInbox(_clock);
        var alone = (await inbox.ClaimAsync(Event("evt_1"), Lease)).Claim!;
        var slow = (await inbox.ClaimAsync(Event("evt_2"), Lease)).Claim!;
        _clock.Advance(Lease);
        var quick = (await inbox.ClaimAsync(Event("evt_2"), Lease)).Claim!;
        Assert.True(quick.FencingToken > slow.FencingToken);
        Assert.Equal((1, 2), (slow.Attempt, quick.Attempt));

        Assert.True(await inbox.CompleteAsync(alone));
        Assert.False(await inbox.CompleteAsync(slow));
        Assert.False(await inbox.RenewAsync(slow, Lease));
        Assert.False(await inbox.ReleaseAsync(slow, TimeSpan.Zero));
        Assert.True(await inbox.RenewAsync(quick, Lease));
        Assert.True(await inbox.CompleteAsync(quick));
        Assert.False(await inbox.RenewAsync(quick, Lease));
        Assert.False(await inbox.ReleaseAsync(quick, TimeSpan.Zero));
        Assert.Equal(InboxAnswer.Completed, (await inbox.ClaimAsync(Event("evt_2"), Lease)).Answer);
    }

    [Fact]
    public async Task What_is_given_back_for_later_is_busy_until_then()
    {
        var inbox = new InMemoryWebhookInbox(_clock);
        var claim = (await inbox.ClaimAsync(Event("evt_1"), Lease)).Claim!;
        Assert.True(await inbox.ReleaseAsync(claim, TimeSpan.FromMinutes(1)));
        Assert.Equal(InboxAnswer.Busy, (await inbox.ClaimAsync(Event("evt_1"), Lease)).Answer);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, (await inbox.ClaimAsync(Event("evt_1"), Lease)).Claim!.Attempt);
    }

    [Fact]
    public async Task The_newest_position_of_a_resource_is_kept_as_long_as_the_records()
    {
        var inbox = new InMemoryWebhookInbox(_clock);
        Assert.Null(await inbox.NewestPositionAsync("ord_1"));
        await CompleteAsync(inbox, "evt_1", 7);
        await CompleteAsync(inbox, "evt_2", 5);
        Assert.Equal(7, await inbox.NewestPositionAsync("ord_1"));
        _clock.Advance(TimeSpan.FromHours(73));
        Assert.False((await inbox.ClaimAsync(Event("evt_3", 6), Lease)).Claim!.IsStale);
        Assert.Null(await inbox.NewestPositionAsync("ord_1"));
    }

    [Fact]
    public async Task A_full_inbox_forgets_what_was_completed_first_and_never_what_is_open()
    {
        var inbox = new InMemoryWebhookInbox(_clock, most: 3);
        await CompleteAsync(inbox, "evt_1");
        _clock.Advance(TimeSpan.FromSeconds(1));
        await CompleteAsync(inbox, "evt_2");
        var open = (await inbox.ClaimAsync(Event("evt_3"), Lease)).Claim!;
        var fourth = (await inbox.ClaimAsync(Event("evt_4"), Lease)).Claim!;
        Assert.Equal(InboxAnswer.Completed, (await inbox.ClaimAsync(Event("evt_2"), Lease)).Answer);
        Assert.NotNull((await inbox.ClaimAsync(Event("evt_5"), Lease)).Claim);
        Assert.Equal(InboxAnswer.Busy, (await inbox.ClaimAsync(Event("evt_6"), Lease)).Answer);
        Assert.True(await inbox.CompleteAsync(open));
        Assert.True(await inbox.CompleteAsync(fourth));
        Assert.NotNull((await inbox.ClaimAsync(Event("evt_6"), Lease)).Claim);
    }

    [Fact]
    public async Task Of_many_who_claim_at_once_one_is_granted()
    {
        var inbox = new InMemoryWebhookInbox(_clock);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () => (await inbox.ClaimAsync(Event("evt_1"), Lease)).Answer)));
        Assert.Single(answers, answer => answer == InboxAnswer.Claimed);
    }

    private static async Task CompleteAsync(InMemoryWebhookInbox inbox, string id, long position = 0) =>
        Assert.True(await inbox.CompleteAsync((await inbox.ClaimAsync(Event(id, position), Lease)).Claim!));

    private static InboxEvent Event(string id, long position = 0) => new()
    {
        EventId = id,
        EventType = "order.completed",
        Body = Array.Empty<byte>(),
        ReceivedAt = Host.Start,
        SecretLabel = "live",
        ResourceId = "ord_1",
        Position = position,
    };
}
