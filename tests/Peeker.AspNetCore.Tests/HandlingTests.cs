using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Peeker.AspNetCore.Tests;

/// <summary>Handlers in the request, with the inbox in memory.</summary>
public class HandlingTests
{
    [Fact]
    public async Task Every_handler_whose_type_fits_runs_in_order_in_one_scope_of_the_event()
    {
        var seen = new List<string>();
        await using var host = await Host.StartAsync(
            webhooks => webhooks
                .Handle<WebhookEvent>((delivery, _) => Note("all", delivery.Services))
                .Handle<OrderFailed>((delivery, _) => Note("failed", delivery.Services))
                .Handle<OrderCompleted, Shipping>(),
            more: builder => builder.Services.AddSingleton(seen).AddScoped<Scope>());
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_2"));
        Assert.Equal(4, seen.Count);
        Assert.Equal(seen[0].Replace("all", "ship", StringComparison.Ordinal), seen[1]);
        Assert.NotEqual(seen[0], seen[2]);

        Task Note(string who, IServiceProvider services)
        {
            seen.Add($"{who} {services.GetRequiredService<Scope>().Id}");
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task An_event_that_was_completed_is_not_handled_again()
    {
        var runs = 0;
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.FromResult(Interlocked.Increment(ref runs))));
        for (var time = 0; time < 3; time++) Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(1, runs);
        host.Clock.Advance(TimeSpan.FromHours(71));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(1, runs);
        host.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task A_handler_that_fails_is_500_and_is_told_when_it_runs_again()
    {
        var attempts = new List<(int, bool)>();
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((delivery, _) =>
        {
            attempts.Add((delivery.Attempt, delivery.IsRepeat));
            return attempts.Count < 3 ? throw new InvalidOperationException("alex@acme.com is angry") : Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.InternalServerError, await host.SendAsync("evt_1"));
        Assert.Equal(HttpStatusCode.InternalServerError, await host.SendAsync("evt_1"));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal([(1, false), (2, true), (3, true)], attempts);
        Assert.Equal(2, host.Log.Count(105));
        Assert.Contains("System.InvalidOperationException", host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("alex", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_works_on_an_event_another_delivery_of_it_is_503_and_the_lease_is_renewed()
    {
        var (begun, end, runs) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, _) =>
        {
            Interlocked.Increment(ref runs);
            begun.SetResult();
            await end.Task;
        }), inbox: clock => new CountingInbox(clock));
        var inbox = (CountingInbox)host.Inbox;
        var first = host.SendAsync("evt_1");
        await begun.Task;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync("evt_1"));

        // Three times as long as a lease.
        for (var renewal = 1; renewal <= 9; renewal++)
        {
            host.Clock.Advance(TimeSpan.FromSeconds(10));
            await Eventually.TrueAsync(() => inbox.Renewals >= renewal);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync(host.Delivery(Host.Event("evt_1"), "evt_1")));
        end.SetResult();
        Assert.Equal(HttpStatusCode.NoContent, await first);
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(1, runs);
    }

    [Fact]
    public async Task A_handler_that_was_taken_over_is_cancelled_and_completes_nothing()
    {
        var (begun, cancelled, end) = (new TaskCompletionSource(), false, new TaskCompletionSource());
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (delivery, cancellation) =>
        {
            if (delivery.IsRepeat) return;
            begun.SetResult();
            cancellation.Register(() => cancelled = true);
            await end.Task;
        }), inbox: clock => new CountingInbox(clock));
        var inbox = (CountingInbox)host.Inbox;
        inbox.RenewsNothing = true;
        var first = host.SendAsync("evt_1");
        await begun.Task;
        host.Clock.Advance(TimeSpan.FromSeconds(31));
        await Eventually.TrueAsync(() => cancelled);
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        end.SetResult();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await first);
        Assert.Equal(1, host.Log.Count(107));
    }

    [Fact]
    public async Task An_event_that_comes_after_a_later_one_is_stale_and_one_of_another_order_is_not()
    {
        var stale = new List<string>();
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((delivery, _) =>
        {
            if (delivery.IsStale) stale.Add(delivery.Event.Id);
            return Task.CompletedTask;
        }));
        await host.SendAsync("evt_1", "order.completed", Host.Start);
        await host.SendAsync("evt_2", "order.in_progress", Host.Start.AddSeconds(-60));
        await host.SendAsync("evt_3", "order.in_progress", Host.Start);
        await host.SendAsync("evt_4", "order.cancelled", Host.Start);
        await host.SendAsync("evt_5", "order.in_progress", Host.Start.AddSeconds(-60), order: "ord_2");
        Assert.Equal(["evt_2", "evt_3"], stale);
    }

    [Fact]
    public async Task A_sender_that_goes_away_does_not_undo_what_a_handler_does()
    {
        var (begun, end, ended) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>(async (_, cancellation) =>
        {
            begun.SetResult();
            await end.Task.WaitAsync(cancellation);
            ended.SetResult();
        }));
        using var patience = new CancellationTokenSource();
        var sent = host.Http.SendAsync(host.Delivery(Host.Event("evt_1"), "evt_1"), patience.Token);
        await begun.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sent);
        end.SetResult();
        await ended.Task;
        var answer = HttpStatusCode.ServiceUnavailable;
        while (answer == HttpStatusCode.ServiceUnavailable) answer = await host.SendAsync("evt_1");
        Assert.Equal(HttpStatusCode.NoContent, answer);
    }

    internal sealed class Scope
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    internal sealed class Shipping(Scope scope, List<string> seen) : IWebhookHandler<OrderCompleted>
    {
        public Task HandleAsync(WebhookDelivery<OrderCompleted> delivery, CancellationToken cancellationToken)
        {
            seen.Add($"ship {scope.Id}");
            return Task.CompletedTask;
        }
    }
}
