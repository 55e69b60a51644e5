using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peeker.Sandbox;

namespace Peeker.AspNetCore.Tests;

/// <summary>The blocks of docs/webhooks.md.</summary>
public class WebhookGuideTests
{
    [Fact]
    public async Task A_receiver_and_the_sandbox_that_sends_to_it()
    {
        const string secret = "one-of-the-guide";
        var shop = new Shop();
        await using var app = Make(shop, secret, builder =>
        {
            builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Peeker:Webhooks"))
                .Handle<OrderCompleted>((delivery, cancellation) => shop.OpenAsync(delivery.Event.Data.Id, cancellation))
                .Handle<OrderFailed, Refunds>();
        });
        app.MapPeekerWebhooks("/webhooks/peeker");
        await app.StartAsync();
        var receiver = new Uri(app.Urls.First());

        await using var sandbox = await PeekerSandbox.StartAsync(new() { WebhookUrl = new(receiver, "/webhooks/peeker"), WebhookSecret = secret });
        sandbox.Webhooks.DuplicateShare = 0.5;
        sandbox.Webhooks.Trigger(WebhookEventType.OrderCompleted);
        sandbox.Webhooks.Trigger(WebhookEventType.OrderFailed);
        await Eventually.TrueAsync(() => shop.Done.Count == 2);
        Assert.Equal(["open", "refund"], shop.Done.Select(done => done.Split(' ')[0]));
    }

    [Fact]
    public async Task Pattern_matching_and_reconciliation()
    {
        var shop = new Shop();
        await using var sandbox = PeekerSandbox.Create();
        await using var app = Make(shop, "any", builder =>
        {
            builder.Services.AddSingleton(new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() }));
            var webhooks = builder.Services.AddPeekerWebhooks(builder.Configuration.GetSection("Peeker:Webhooks"));
            webhooks.Handle<WebhookEvent>((delivery, cancellation) => delivery.Event switch
            {
                OrderCompleted { Data: var order } => shop.OpenAsync(order.Id, cancellation),
                OrderCancelled { Data: var order } => shop.CloseAsync(order.Id, cancellation),
                _ => Task.CompletedTask,
            });
        });
        await app.StartAsync();
        var cancellation = CancellationToken.None;
        var peeker = app.Services.GetRequiredService<PeekerClient>();
        shop.Ids.Add((await peeker.Orders.CreateAsync(new CustomOrder
        {
            User = "alex@acme.com",
            GoogleLicenses = 2,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
            Domains = ["acme-mail.com"],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        })).Id);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        var reconciliation = app.Services.GetRequiredService<PeekerReconciliation>();
        var outcome = await reconciliation.ReconcileOpenOrdersAsync(shop.OpenOrders(), cancellation);
        Assert.Equal(1, outcome.Raised);
        Assert.Equal([$"open {shop.Ids[0]}"], shop.Done);
    }

    private static WebApplication Make(Shop shop, string secret, Action<WebApplicationBuilder> register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Peeker:Webhooks:Secrets:sandbox"] = secret;
        builder.Services.AddSingleton(shop);
        register(builder);
        return builder.Build();
    }

    internal sealed class Shop
    {
        public ConcurrentQueue<string> Done { get; } = [];

        public List<string> Ids { get; } = [];

        public Task OpenAsync(string order, CancellationToken cancellationToken) => NoteAsync($"open {order}", cancellationToken);

        public Task CloseAsync(string order, CancellationToken cancellationToken) => NoteAsync($"close {order}", cancellationToken);

        public Task RefundAsync(string order, CancellationToken cancellationToken) => NoteAsync($"refund {order}", cancellationToken);

        public async IAsyncEnumerable<string> OpenOrders()
        {
            await Task.CompletedTask;
            foreach (var id in Ids) yield return id;
        }

        private Task NoteAsync(string what, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Done.Enqueue(what);
            return Task.CompletedTask;
        }
    }

    internal sealed class Refunds(Shop shop) : IWebhookHandler<OrderFailed>
    {
        public Task HandleAsync(WebhookDelivery<OrderFailed> delivery, CancellationToken cancellationToken) =>
            delivery.IsStale ? Task.CompletedTask : shop.RefundAsync(delivery.Event.Data.Id, cancellationToken);
    }
}
