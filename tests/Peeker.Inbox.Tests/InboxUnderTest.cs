namespace Peeker.Inbox.Tests;

/// <summary>An inbox whose clock the test moves.</summary>
internal abstract class InboxUnderTest : IAsyncDisposable
{
    private static int _made;

    public abstract IWebhookInbox Inbox { get; }

    public IDurableWebhookInbox Durable => (IDurableWebhookInbox)Inbox;

    public static async Task<InboxUnderTest> StartAsync(string kind) => kind switch
    {
        "memory" => new MemoryInboxUnderTest(),
        "sqlite" => new SqliteInboxUnderTest(),
        _ => await RedisInboxUnderTest.StartAsync(),
    };

    public static InboxEvent Event(string? resource = null, long position = 0) => new()
    {
        EventId = $"evt_{Interlocked.Increment(ref _made)}",
        EventType = "order.completed",
        Body = """{"id":"evt"}"""u8.ToArray(),
        ReceivedAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero),
        SecretLabel = "live",
        ResourceId = resource,
        Position = position,
    };

    /// <summary>Claims what must be free.</summary>
    public async Task<InboxClaim> ClaimAsync(InboxEvent delivered, double seconds = 30)
    {
        var (answer, claim) = await Inbox.ClaimAsync(delivered, TimeSpan.FromSeconds(seconds));
        Assert.Equal(InboxAnswer.Claimed, answer);
        Assert.Equal(delivered.EventId, claim!.Event.EventId);
        return claim;
    }

    /// <summary>What it says, when it does not grant the claim.</summary>
    public async Task<InboxAnswer> AskAsync(InboxEvent delivered)
    {
        var (answer, claim) = await Inbox.ClaimAsync(delivered, TimeSpan.FromSeconds(30));
        Assert.Equal(answer == InboxAnswer.Claimed, claim is not null);
        return answer;
    }

    /// <summary>Time goes by.</summary>
    public abstract Task PassAsync(TimeSpan time);

    /// <summary>What is to be forgotten by now is forgotten.</summary>
    public virtual async Task<int?> SweepAsync() => await Durable.SweepAsync();

    public abstract ValueTask DisposeAsync();
}
