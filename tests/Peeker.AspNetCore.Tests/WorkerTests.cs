using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Peeker.AspNetCore.Tests.DurableHost;

namespace Peeker.AspNetCore.Tests;

/// <summary>A durable inbox and its worker.</summary>
public class WorkerTests
{
    [Fact]
    public async Task A_slow_handler_meets_no_time_limit_and_what_is_accepted_is_worked_on_without_the_clock_moving()
    {
        var (begun, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
        {
            begun.SetResult();
            await end.Task;
        }));
        var inbox = (DurableInbox)host.Inbox;
        await Eventually.TrueAsync(() => inbox.Asked > 0);
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        await begun.Task;
        Assert.Equal(0, inbox.CompletedCount);

        // Twice as long as a lease.
        for (var renewal = 1; renewal <= 6; renewal++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => inbox.Renewals >= renewal);
        }

        end.SetResult();
        await Eventually.TrueAsync(() => inbox.CompletedCount == 1);
        Assert.Equal((0, 0), (host.Log.Count(106), host.Log.Count(107)));
        Assert.True(inbox.Sweeps >= 1);
    }

    [Fact]
    public async Task What_fails_is_tried_again_after_pauses_that_double_and_then_set_aside()
    {
        var attempts = 0;
        await using var host = await StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((delivery, _) =>
            {
                Interlocked.Exchange(ref attempts, delivery.Attempt);
                throw new TimeoutException("alex@acme.com");
            }),
            chance: 0.5, settings: [("MaxAttempts", "5"), ("MaxRetryAfter", "00:00:30")]);
        var inbox = (DurableInbox)host.Inbox;
        await host.SendAsync("evt_1");
        await Eventually.TrueAsync(() => host.Log.Count(110) == 1, () => host.Clock.Advance(TimeSpan.FromSeconds(1)));
        Assert.Equal(5, attempts);
        // 5, 10, 20, and 30 in place of 40 seconds; half a chance takes a quarter off.
        Assert.Equal([3.75, 7.5, 15, 22.5], inbox.Pauses.Select(pause => pause.TotalSeconds));
        var dead = new List<DeadLetter>();
        await Eventually.TrueAsync(() =>
        {
            dead = [.. inbox.DeadLettersAsync().ToBlockingEnumerable()];
            return dead.Count > 0;
        });
        Assert.Equal(("System.TimeoutException", 5), (dead[0].Reason, dead[0].Attempts));
        Assert.DoesNotContain("alex", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_whose_handlers_never_end_is_set_aside_without_being_run_again()
    {
        var runs = 0;
        DurableInbox? made = null;
        await using var host = await StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.FromResult(Interlocked.Increment(ref runs))),
            inbox: clock =>
            {
                made = new(clock);
                made.AcceptAsync(Kept(clock)).AsTask().Wait();
                for (var death = 0; death < 3; death++)
                {
                    // A process that claimed it and died.
                    Assert.NotNull(made.ClaimNextAsync(TimeSpan.FromTicks(1)).AsTask().Result);
                    ((Microsoft.Extensions.Time.Testing.FakeTimeProvider)clock).Advance(TimeSpan.FromTicks(1));
                }

                return made;
            },
            settings: ("MaxAttempts", "3"));
        await Eventually.TrueAsync(() => host.Log.Count(110) == 1);
        Assert.Equal(0, runs);
        Assert.Contains("LeaseExpired", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_more_run_at_once_than_there_are_workers()
    {
        var (running, most, end) = (0, 0, new SemaphoreSlim(0));
        await using var host = await StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
            {
                var now = Interlocked.Increment(ref running);
                InterlockedMax(ref most, now);
                await end.WaitAsync(CancellationToken.None);
                Interlocked.Decrement(ref running);
            }),
            settings: ("Workers", "3"));
        var inbox = (DurableInbox)host.Inbox;
        for (var number = 0; number < 20; number++) await host.SendAsync($"evt_{number}", order: $"ord_{number}");
        await Eventually.TrueAsync(() => Volatile.Read(ref running) == 3);
        end.Release(20);
        await Eventually.TrueAsync(() => inbox.CompletedCount == 20);
        Assert.Equal(3, most);
    }

    [Fact]
    public async Task An_inbox_that_takes_the_place_of_another_is_what_the_host_finds_durable_or_not()
    {
        DurableInbox? made = null;
        await using var durable = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.CompletedTask).UseInbox(_ => made = new(TimeProvider.System)));
        Assert.Equal(HttpStatusCode.NoContent, await durable.SendAsync("evt_1"));
        Assert.Same(made, durable.Services.GetService<IDurableWebhookInbox>());
        await Eventually.TrueAsync(() => made!.CompletedCount == 1);

        await using var plain = await Host.StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.CompletedTask).UseInbox(provider => new CountingInbox(provider.GetRequiredService<TimeProvider>())),
            more: builder =>
            {
                // As AddPeekerSqliteInbox does.
                builder.Services.AddSingleton<IDurableWebhookInbox>(_ => new DurableInbox(TimeProvider.System));
                builder.Services.AddSingleton<IWebhookInbox>(provider => provider.GetRequiredService<IDurableWebhookInbox>());
            });
        Assert.Equal(HttpStatusCode.NoContent, await plain.SendAsync("evt_1"));
        Assert.IsType<CountingInbox>(plain.Inbox);
        Assert.Null(plain.Services.GetService<IDurableWebhookInbox>());
    }

    [Fact]
    public async Task A_handler_that_hangs_is_reported_once_in_each_attempt()
    {
        var (begun, end) = (new SemaphoreSlim(0), new TaskCompletionSource());
        await using var host = await StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
            {
                begun.Release();
                await end.Task;
            }),
            settings: ("Lease", "1.00:00:00"));
        var inbox = (DurableInbox)host.Inbox;
        await host.SendAsync("evt_1");
        await begun.WaitAsync();
        host.Clock.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(0, host.Log.Count(115));
        await Eventually.TrueAsync(() => host.Log.Count(115) > 0, () => host.Clock.Advance(TimeSpan.FromSeconds(1)));
        host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal((1, LogLevel.Warning), (host.Log.Count(115), host.Log.LevelOf(115)));
        end.SetResult();
        await Eventually.TrueAsync(() => inbox.CompletedCount > 0, () => host.Clock.Advance(TimeSpan.FromSeconds(1)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most)) Interlocked.CompareExchange(ref most, value, seen);
    }
}
