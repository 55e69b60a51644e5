using Microsoft.Extensions.Time.Testing;
using Peeker.AspNetCore;

namespace Peeker.Inbox.Tests;

internal sealed class MemoryInboxUnderTest : InboxUnderTest
{
    private readonly FakeTimeProvider _time = new();

    public MemoryInboxUnderTest() => Inbox = new InMemoryWebhookInbox(_time);

    public override IWebhookInbox Inbox { get; }

    public override Task<int?> SweepAsync() => Task.FromResult<int?>(null);

    public override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }

    public override ValueTask DisposeAsync() => default;
}
