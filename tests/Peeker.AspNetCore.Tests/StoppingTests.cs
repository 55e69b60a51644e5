using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Peeker.AspNetCore.Tests.DurableHost;

namespace Peeker.AspNetCore.Tests;

/// <summary>Handlers that are at work when the host stops.</summary>
public class StoppingTests
{
    [Fact]
    public async Task A_host_that_stops_lets_handlers_finish()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, cancellation) =>
        {
            begun.SetResult();
            await end.Task.WaitAsync(cancellation);
        }));
        var inbox = (DurableInbox)host.Inbox;
        await host.SendAsync("evt_1");
        await begun.Task;
        var stopping = host.StopAsync();
        await Task.Delay(50);
        Assert.False(stopping.IsCompleted);
        end.SetResult();
        await stopping;
        Assert.Equal(1, inbox.CompletedCount);
    }

    [Fact]
    public async Task A_handler_that_does_not_finish_in_time_is_cancelled_and_its_event_given_back()
    {
        var begun = new TaskCompletionSource();
        await using var host = await StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        var inbox = (DurableInbox)host.Inbox;
        await host.SendAsync("evt_1");
        await begun.Task;
        var stopping = host.StopAsync();
        await Eventually.TrueAsync(() => stopping.IsCompleted, () => host.Clock.Advance(TimeSpan.FromSeconds(5)));
        Assert.Equal(0, inbox.CompletedCount);
        Assert.Equal((1, 0), (inbox.GivenBack, inbox.Pauses.Count));
        Assert.Equal(1, host.Log.Count(111));
    }

    [Fact]
    public async Task Restarts_in_the_middle_of_a_handler_bring_no_event_nearer_to_the_dead_letters()
    {
        var (inbox, told) = (new DurableInbox(TimeProvider.System), new List<(int, bool)>());
        await inbox.AcceptAsync(Kept(TimeProvider.System));
        for (var restart = 0; restart < 4; restart++)
        {
            var begun = new TaskCompletionSource();
            await using var host = await StartAsync(
                webhooks => webhooks.Handle<WebhookEvent>(async (delivery, cancellation) =>
                {
                    told.Add((delivery.Attempt, delivery.IsRepeat));
                    begun.SetResult();
                    try
                    {
                        await Task.Delay(Timeout.Infinite, cancellation);
                    }
                    catch (OperationCanceledException)
                    {
                        // As some clients do.
                        throw new IOException("The connection was cut.");
                    }
                }),
                inbox: _ => inbox, settings: [("MaxAttempts", "2"), ("StopWithin", "00:00:00")]);
            await begun.Task;
            await host.StopAsync();
        }

        Assert.Equal([(1, false), (1, true), (1, true), (1, true)], told);
        Assert.Empty(inbox.DeadLettersAsync().ToBlockingEnumerable());
        await using var last = await StartAsync(webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.CompletedTask), inbox: _ => inbox, settings: ("MaxAttempts", "2"));
        await Eventually.TrueAsync(() => inbox.CompletedCount == 1);
    }

    [Fact]
    public async Task What_a_handler_registered_may_throw_when_it_is_cancelled_and_the_host_still_stops_in_order()
    {
        var begun = new TaskCompletionSource();
        await using var host = await StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, cancellation) =>
        {
            cancellation.Register(() => throw new InvalidOperationException("alex@acme.com"));
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        await host.SendAsync("evt_1");
        await begun.Task;
        var stopping = host.StopAsync();
        // The clock of the tests calls its timers here: what they throw is seen.
        await Eventually.TrueAsync(() => stopping.IsCompleted, () => host.Clock.Advance(TimeSpan.FromSeconds(5)));
        await stopping;
        Assert.Equal((1, 1), (host.Log.Count(111), host.Log.Count(114)));
        Assert.DoesNotContain("alex", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_does_not_wait_leaves_no_timer_that_throws()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        var clock = new LateTimers(TimeSpan.FromSeconds(21));
        var host = await Host.StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
            {
                begun.SetResult();
                await end.Task;
            }),
            time => new DurableInbox(time),
            builder => builder.Services.AddSingleton<TimeProvider>(clock),
            ("StopWithin", "00:00:21"));
        await host.SendAsync("evt_1");
        await begun.Task;
        using (var impatient = new CancellationTokenSource(TimeSpan.FromMilliseconds(200))) await host.StopAsync(impatient.Token);
        await host.DisposeAsync();
        // A timer that was under way when it was disposed.
        Assert.Equal(1, clock.CallAll());
        end.SetResult();
    }

    [Fact]
    public async Task A_handler_in_the_request_is_cancelled_when_the_host_has_waited_and_its_event_is_given_back()
    {
        var (begun, runs) = (new TaskCompletionSource(), 0);
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, cancellation) =>
        {
            runs++;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        var sent = host.SendAsync("evt_1");
        await begun.Task;
        var stopping = host.StopAsync();
        await Eventually.TrueAsync(() => host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        host.Clock.Advance(TimeSpan.FromSeconds(19));
        await Task.Delay(100);
        Assert.False(sent.IsCompleted);
        await Eventually.TrueAsync(() => sent.IsCompleted, () => host.Clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await sent);
        await stopping;
        Assert.Equal((0, 1), (host.Log.Count(105), host.Log.Count(111)));
        var again = await host.Inbox.ClaimAsync(new() { EventId = "evt_1", EventType = "order.completed", Body = default, ReceivedAt = Host.Start, SecretLabel = "live" }, TimeSpan.FromSeconds(1));
        Assert.Equal((InboxAnswer.Claimed, 1), (again.Answer, runs));
    }
}
