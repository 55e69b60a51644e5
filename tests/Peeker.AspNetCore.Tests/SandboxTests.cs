using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Peeker.Sandbox;

namespace Peeker.AspNetCore.Tests;

/// <summary>Deliveries as the sandbox sends them.</summary>
public class SandboxTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Doubled_and_shuffled_events_of_every_type_are_each_handled_once_through_a_rotation(bool durable)
    {
        var handled = new ConcurrentQueue<WebhookDelivery<WebhookEvent>>();
        // The receiver follows the sandbox's clock, which is ahead by what was waited for.
        await using var sandbox = PeekerSandbox.Create(new() { Seed = 11, WebhookSecret = "first", FrozenAt = Host.Start });
        await using var host = await Host.StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((delivery, _) =>
            {
                handled.Enqueue(delivery);
                return Task.CompletedTask;
            }),
            durable ? clock => new DurableInbox(clock) : null,
            builder => builder.Services.AddSingleton<TimeProvider>(sandbox.Clock),
            ("Secrets:sandbox", "first"));
        sandbox.Webhooks.Url = new(host.Http.BaseAddress!, "/hook");
        sandbox.Webhooks.AtOnce = 4;
        sandbox.Webhooks.DuplicateShare = 0.5;

        sandbox.Webhooks.Hold();
        var types = typeof(WebhookEventType.Names).GetFields().Select(field => new WebhookEventType((string)field.GetRawConstantValue()!)).ToArray();
        foreach (var type in types) sandbox.Webhooks.Trigger(type);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        sandbox.Webhooks.Release(WebhookOrder.Shuffled);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        // Both secrets sign; then the receiver learns the second, and the first is gone.
        var second = sandbox.Webhooks.RotateSecret();
        foreach (var type in types) sandbox.Webhooks.Trigger(type);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        host.Settings["Secrets:sandbox"] = second;
        host.Settings.Reload();
        sandbox.Webhooks.RetireOldSecrets();
        foreach (var type in types) sandbox.Webhooks.Trigger(type);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));

        // Two deliveries of an event at once: one may be told that the other is at work, and comes again later.
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(() => handled.Count >= 3 * types.Length);
        Assert.Equal(3 * types.Length, handled.Select(delivery => delivery.Event.Id).Distinct().Count());
        Assert.Equal(3 * types.Length, handled.Count);
        Assert.True(sandbox.Webhooks.Deliveries.Count > 4 * types.Length, "Nothing was doubled.");
        Assert.All(sandbox.Webhooks.Deliveries, delivery => Assert.Contains(delivery.Status, new int?[] { 204, 503 }));
        Assert.All(handled, delivery => Assert.Equal("sandbox", delivery.SecretLabel));
        Assert.DoesNotContain(handled, delivery => delivery.Event is UnknownEvent);
    }

    [Fact]
    public async Task No_two_events_of_a_resource_have_one_rank_and_none_is_beyond_its_second()
    {
        // A state that was found by asking is recognised by its rank.
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = Host.Start });
        foreach (var field in typeof(WebhookEventType.Names).GetFields()) sandbox.Webhooks.Trigger(new((string)field.GetRawConstantValue()!));
        var ranks = sandbox.Webhooks.Events.ToDictionary(
            happened => happened.Type.Value, happened => happened.Position - Host.Start.ToUnixTimeSeconds() * WebhookEvent.PositionsPerSecond);
        Assert.Equal(18, ranks.Count);
        Assert.All(ranks.Values, rank => Assert.InRange(rank, 2, WebhookEvent.PositionsPerSecond - 2));
        // What a forwarding event tells of is a job, which has other ids than a domain.
        Assert.Equal(ranks.Count, ranks.Select(pair => (pair.Key.Contains("forwarding", StringComparison.Ordinal) ? "job" : pair.Key.Split('.')[0], pair.Value)).Distinct().Count());
        string[] life = ["order.in_progress", "order.action_required", "order.completed", "order.cancel_scheduled", "order.cancelled"];
        Assert.Equal(life, life.OrderBy(type => ranks[type]));
    }
}
