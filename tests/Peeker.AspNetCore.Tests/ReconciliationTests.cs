using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peeker.Sandbox;

namespace Peeker.AspNetCore.Tests;

/// <summary>Events that never came, against the sandbox.</summary>
public class ReconciliationTests
{
    private static readonly CustomOrder Order = OrderOf("acme-mail.com");

    private static CustomOrder OrderOf(string domain) => new()
    {
        User = "alex@acme.com",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = [domain],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lost_completion_is_raised_once_and_the_real_one_is_stale_when_it_comes_after_all(bool durable)
    {
        await using var world = await World.StartAsync(durable);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        Assert.Equal(new(1, 0, 0, 0), await world.ReconcileAsync(order.Id));
        await world.SeenAsync($"order.in_progress {order.Id} reconciled");
        Assert.Equal(new(0, 1, 0, 0), await world.ReconcileAsync(order.Id));

        await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new(1, 0, 0, 0), await world.ReconcileAsync(order.Id));
        await world.SeenAsync($"order.in_progress {order.Id} reconciled", $"order.completed {order.Id} reconciled");
        Assert.Equal(new(0, 1, 0, 0), await world.ReconcileAsync(order.Id));

        var late = world.Sandbox.Webhooks.Events.Single(happened => happened is OrderCompleted);
        Assert.Equal(HttpStatusCode.NoContent, await world.Host.SendAsync(late.Id, "order.completed", late.CreatedAt, order.Id));
        await world.SeenAsync($"order.in_progress {order.Id} reconciled", $"order.completed {order.Id} reconciled", $"order.completed {order.Id} stale");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_real_event_told_of_is_not_raised_again(bool durable)
    {
        await using var world = await World.StartAsync(durable);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        await world.Host.SendAsync("evt_1", "order.completed", world.Sandbox.Clock.UtcNow, order.Id);
        await world.SeenAsync($"order.completed {order.Id}");
        Assert.Equal(new(0, 1, 0, 0), await world.ReconcileAsync(order.Id));
        Assert.Equal(new(0, 1, 0, 0), await world.Reconciliation.ReconcileOpenOrdersAsync(TimeSpan.FromHours(72)));
        await world.SeenAsync($"order.completed {order.Id}");
    }

    [Fact]
    public async Task A_state_that_is_later_than_the_newest_completed_is_not_stale_however_the_clocks_stand()
    {
        await using var world = await World.StartAsync(durable: false);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        // Peeker's clock is ten minutes ahead.
        await world.Host.SendAsync("evt_1", "order.completed", world.Sandbox.Clock.UtcNow.AddMinutes(10), order.Id);
        await world.Peeker.Orders.CancelAsync(order.Id);
        Assert.Equal(new(1, 0, 0, 0), await world.ReconcileAsync(order.Id));
        await world.SeenAsync($"order.completed {order.Id}", $"order.cancel_scheduled {order.Id} reconciled");
    }

    [Fact]
    public async Task Imports_and_swaps_are_asked_for_and_what_does_not_exist_is_counted()
    {
        await using var world = await World.StartAsync(durable: false);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        var import = await world.Peeker.Domains.StartImportJobAsync(new() { Domains = ["acme-import.com"] });
        Assert.Equal(new(0, 1, 0, 0), await world.Reconciliation.ReconcileOpenImportsAsync(Ids(import.Id)));
        await world.PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(new(1, 0, 0, 1), await world.Reconciliation.ReconcileOpenImportsAsync(Ids(import.Id, "imp_unknown")));
        var domain = (await world.Peeker.Domains.ListPageAsync()).Data.First(row => row.Name == "acme-mail.com");
        var swap = await world.Peeker.Swaps.CreateAsync(new() { DomainId = domain.Id, Type = SwapRequestType.Standard, ReplacementDomain = "acme-import.com" });
        Assert.Equal(new(1, 0, 0, 0), await world.Reconciliation.ReconcileOpenSwapsAsync(Ids(swap.Id)));
        await world.SeenAsync($"domain_import.completed {import.Id} reconciled", $"swap.created {swap.Id} reconciled");
        Assert.Equal(OrderStatus.Completed, (await world.Peeker.Orders.GetAsync(order.Id)).Status);
    }

    [Fact]
    public async Task A_handler_that_fails_is_counted_and_runs_again_the_next_time()
    {
        await using var world = await World.StartAsync(durable: false);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        world.Fails = true;
        Assert.Equal(new(0, 0, 1, 0), await world.ReconcileAsync(order.Id));
        world.Fails = false;
        Assert.Equal(new(1, 0, 0, 0), await world.ReconcileAsync(order.Id));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => world.Reconciliation.ReconcileOpenOrdersAsync(TimeSpan.FromHours(73)));
    }

    [Fact]
    public async Task What_is_wrong_with_one_resource_is_counted_and_the_others_are_asked_for()
    {
        await using var world = await World.StartAsync(durable: false, clock => new CountingInbox(clock) { Failure = new PeekerInboxException("The disk is full.", isTransient: false) });
        var orders = new List<string>();
        for (var number = 0; number < 4; number++) orders.Add((await world.Peeker.Orders.CreateAsync(OrderOf($"acme-{number}.com"))).Id);
        await world.PassAsync(TimeSpan.FromSeconds(1));
        ((CountingInbox)world.Host.Inbox).FailsFor = orders[0];
        await world.Host.SendAsync("evt_late", "order.in_progress", new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero), orders[1]);
        world.Sandbox.Faults.Next(10, new(FaultKind.Truncate) { Operation = "Orders_Get" });
        Assert.Equal(new(0, 0, 1, 0), await world.ReconcileAsync(orders[2]));
        world.Sandbox.Faults.Clear();
        Assert.Equal(new(1, 0, 6, 1), await world.Reconciliation.ReconcileOpenOrdersAsync(Ids(orders[0], orders[1], "", null!, "alex@acme.com/../x", "../orders", "ord_unknown", orders[3])));
        Assert.Equal(LogLevel.Critical, world.Host.Log.LevelsOf(116).Max());
        Assert.Contains("The disk is full.", world.Host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("alex", world.Host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_every_call_would_meet_ends_the_run()
    {
        await using var world = await World.StartAsync(durable: false);
        var order = await world.Peeker.Orders.CreateAsync(Order);
        world.Sandbox.Faults.Next(100, new(FaultKind.Drop) { Operation = "Orders_Get" });
        await Assert.ThrowsAsync<PeekerConnectionException>(() => world.ReconcileAsync(order.Id));
        world.Sandbox.Faults.Clear();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Reconciliation.ReconcileOpenOrdersAsync(Ids(order.Id), stop.Token));
    }

    private static async IAsyncEnumerable<string> Ids(params string[] ids)
    {
        await Task.CompletedTask;
        foreach (var id in ids) yield return id;
    }

    /// <summary>A sandbox that sends nothing, and a host that listens in vain.</summary>
    private sealed class World : IAsyncDisposable
    {
        private readonly List<string> _seen = [];

        public PeekerSandbox Sandbox { get; } = PeekerSandbox.Create(new() { FrozenAt = Tests.Host.Start });

        public Host Host { get; private set; } = null!;

        public bool Fails { get; set; }

        public PeekerClient Peeker => Host.Services.GetRequiredService<PeekerClient>();

        public PeekerReconciliation Reconciliation => Host.Services.GetRequiredService<PeekerReconciliation>();

        public static async Task<World> StartAsync(bool durable, Func<TimeProvider, IWebhookInbox>? inbox = null)
        {
            var world = new World();
            world.Host = await Tests.Host.StartAsync(
                webhooks => webhooks.Handle<WebhookEvent>((delivery, _) => world.NoteAsync(delivery)),
                inbox ?? (durable ? clock => new DurableInbox(clock) : null),
                builder => builder.Services.AddSingleton(new PeekerClient(world.Sandbox.ApiKey, new() { Handler = world.Sandbox.CreateHandler(), MaxRetries = 0 })));
            return world;
        }

        public async Task PassAsync(TimeSpan by)
        {
            await Sandbox.Clock.AdvanceAsync(by);
            Host.Clock.Advance(by);
        }

        public Task<ReconciliationOutcome> ReconcileAsync(string orderId) => Reconciliation.ReconcileOpenOrdersAsync(Ids(orderId));

        public async Task SeenAsync(params string[] events)
        {
            await Eventually.TrueAsync(() =>
            {
                lock (_seen) return _seen.Count >= events.Length;
            });
            // A durable inbox completes a moment after the handler.
            if (Host.Inbox is DurableInbox inbox) await Eventually.TrueAsync(() => inbox.CompletedCount == events.Length);
            Assert.Equal(events, _seen);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            await Sandbox.DisposeAsync();
        }

        private Task NoteAsync(WebhookDelivery<WebhookEvent> delivery)
        {
            if (Fails) throw new InvalidOperationException("Not today.");
            lock (_seen) _seen.Add($"{delivery.Event.Type} {delivery.Event.ResourceId}{(delivery.IsReconciled ? " reconciled" : "")}{(delivery.IsStale ? " stale" : "")}");
            return Task.CompletedTask;
        }
    }
}
