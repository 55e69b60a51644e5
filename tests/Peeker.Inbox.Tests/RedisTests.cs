using Peeker.Redis;
using Peeker.Redis.Tests;
using Xunit.Abstractions;

namespace Peeker.Inbox.Tests;

public sealed class RedisTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [RedisFact]
    public async Task Redis_away_is_a_failure_that_passes_and_the_event_can_be_claimed_later()
    {
        await using var under = await RedisInboxUnderTest.StartAsync();
        var delivered = InboxUnderTest.Event();
        await under.Server.KillAsync();
        var lease = TimeSpan.FromSeconds(1);
        var failure = await Assert.ThrowsAsync<PeekerInboxException>(async () => await under.Inbox.ClaimAsync(delivered, lease));
        Assert.True(failure.IsTransient);
        await under.Server.RestartAsync();
        await UntilServedAsync(under, delivered);
    }

    [RedisFact]
    public async Task A_Redis_that_does_not_answer_is_left_after_the_timeout()
    {
        await using var server = await RedisServer.StartAsync();
        await using var connection = await server.ConnectAsync();
        var inbox = new RedisWebhookInbox(connection, new() { RedisTimeout = TimeSpan.FromSeconds(0.3) });
        await server.FreezeAsync();
        var failure = await Assert.ThrowsAsync<PeekerInboxException>(async () => await inbox.ClaimAsync(InboxUnderTest.Event(), Lease));
        Assert.True(failure.IsTransient);
        await server.ThawAsync();
    }

    [RedisFact]
    public async Task An_event_that_Redis_lost_keeps_its_claims_in_order()
    {
        await using var under = await RedisInboxUnderTest.StartAsync();
        var (lost, alone) = (InboxUnderTest.Event(), InboxUnderTest.Event());
        var (first, only) = (await under.ClaimAsync(lost), await under.ClaimAsync(alone));
        await under.Admin.FlushAllDatabasesAsync();
        var second = await under.ClaimAsync(lost);
        Assert.True(second.FencingToken > first.FencingToken);
        Assert.False(await under.Inbox.CompleteAsync(first));
        Assert.True(await under.Inbox.CompleteAsync(second));

        // Nobody took over, so the work that was done counts.
        Assert.True(await under.Inbox.CompleteAsync(only));
        Assert.Equal(InboxAnswer.Completed, await under.AskAsync(alone));
    }

    [RedisFact]
    public async Task A_key_of_somebody_else_is_a_failure_that_stays_and_names_nothing()
    {
        await using var under = await RedisInboxUnderTest.StartAsync();
        var delivered = InboxUnderTest.Event();
        await under.Database.StringSetAsync($"peeker:inbox:{{webhooks}}:e:{delivered.EventId}", "x");
        var failure = await Assert.ThrowsAsync<PeekerInboxException>(async () => await under.Inbox.ClaimAsync(delivered, Lease));
        Assert.False(failure.IsTransient);
        Assert.DoesNotContain(delivered.EventId, failure.Message, StringComparison.Ordinal);
    }

    [RedisFact]
    public async Task Everything_is_on_one_node_and_ends_72_hours_after_it_was_completed()
    {
        await using var under = await RedisInboxUnderTest.StartAsync();
        await under.Inbox.CompleteAsync(await under.ClaimAsync(InboxUnderTest.Event("ord_1", 1)));
        var keys = under.Admin.Keys(pattern: "*").ToList();
        Assert.Equal(2, keys.Count);
        foreach (var key in keys)
        {
            Assert.Contains("{webhooks}", key.ToString(), StringComparison.Ordinal);
            Assert.InRange((await under.Database.KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromHours(71.9), TimeSpan.FromHours(72));
        }
    }

    [RedisFact]
    public async Task Two_inboxes_with_different_names_know_nothing_of_each_other()
    {
        await using var under = await RedisInboxUnderTest.StartAsync();
        await using var connection = await under.Server.ConnectAsync();
        var other = new RedisWebhookInbox(connection, new() { Name = "other" });
        var delivered = InboxUnderTest.Event();
        await under.ClaimAsync(delivered);
        Assert.Equal(InboxAnswer.Claimed, (await other.ClaimAsync(delivered, Lease)).Answer);
        Assert.Throws<ArgumentException>(() => new RedisWebhookInbox(connection, new() { Name = "{}" }));
    }

    [RedisFact]
    public async Task A_completed_event_takes_a_few_hundred_bytes()
    {
        const int Events = 5_000;
        await using var under = await RedisInboxUnderTest.StartAsync();
        await under.Inbox.CompleteAsync(await under.ClaimAsync(InboxUnderTest.Event()));
        var before = await MemoryAsync();
        await Task.WhenAll(Enumerable.Range(0, Events).Select(async number => await under.Inbox.CompleteAsync(await under.ClaimAsync(new()
        {
            EventId = $"evt_01HZX{number:D21}", EventType = "order.completed", Body = new byte[500], ReceivedAt = DateTimeOffset.UnixEpoch, SecretLabel = "live",
            ResourceId = $"ord_01HZX{number / 5:D21}", Position = number,
        }))));
        var each = (await MemoryAsync() - before) / Events;
        output.WriteLine($"{each} bytes for each completed event, five events to a resource");
        Assert.InRange(each, 50, 600);

        async Task<long> MemoryAsync() => long.Parse((await under.Admin.InfoAsync("memory")).Single().First(line => line.Key == "used_memory").Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task UntilServedAsync(RedisInboxUnderTest under, InboxEvent delivered)
    {
        for (var patience = 0; ; patience++)
        {
            try
            {
                // A claim that was given up may still reach Redis with the connection, and hold the event for its lease.
                if ((await under.Inbox.ClaimAsync(delivered, TimeSpan.FromSeconds(30))).Answer == InboxAnswer.Claimed) return;
                Assert.True(patience < 300, "The event was never free again.");
            }
            catch (PeekerInboxException failure) when (failure.IsTransient && patience < 300)
            {
            }

            await Task.Delay(100);
        }
    }
}
