using System.Net;
using Microsoft.Extensions.Logging;

namespace Peeker.AspNetCore.Tests;

/// <summary>What an operator is told of.</summary>
public class ReportTests
{
    [Fact]
    public async Task A_slow_handler_is_reported_once()
    {
        var (begun, end) = (new SemaphoreSlim(0), new TaskCompletionSource());
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
        {
            begun.Release();
            await end.Task;
        }));
        var (first, second) = (host.SendAsync("evt_1"), host.SendAsync("evt_2"));
        await begun.WaitAsync();
        await begun.WaitAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(0, host.Log.Count(106));
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => host.Log.Count(106) == 1);
        end.SetResult();
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (await first, await second));
        Assert.Equal(1, host.Log.Count(106));
        Assert.Contains("Peeker.Sqlite", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_inbox_that_fails_is_503()
    {
        await using var host = await Host.StartAsync(inbox: clock => new CountingInbox(clock) { Fails = true });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync("evt_1"));
        Assert.Equal(1, host.Log.Count(108));
    }

    [Theory]
    [InlineData(true, LogLevel.Error)]
    [InlineData(false, LogLevel.Critical)]
    public async Task What_an_inbox_says_of_its_store_is_logged_and_critical_if_a_person_must_look(bool isTransient, LogLevel level)
    {
        var failure = new PeekerInboxException("The disk is full. Free some space.", isTransient, new IOException("alex@acme.com"));
        await using var host = await Host.StartAsync(inbox: clock => new CountingInbox(clock) { Fails = true, Failure = failure });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync("evt_1"));
        Assert.Equal(level, host.Log.LevelOf(108));
        Assert.Contains("The disk is full. Free some space.", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("alex", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_a_handler_is_reported()
    {
        await using var bare = await Host.StartAsync();
        Assert.Equal(1, bare.Log.Count(117));
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<OrderFailed>((_, _) => Task.CompletedTask));
        Assert.Equal(0, host.Log.Count(117));
    }

    [Fact]
    public async Task Outside_development_the_inbox_in_memory_is_reported()
    {
        await using var host = await Host.StartAsync();
        await Eventually.TrueAsync(() => host.Log.Count(112) == 1);
    }
}
