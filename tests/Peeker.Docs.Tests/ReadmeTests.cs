using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Peeker.Sandbox;
using StackExchange.Redis;

namespace Peeker.Docs.Tests;

/// <summary>The code of the readmes, run.</summary>
public sealed class ReadmeTests
{
    private static readonly BundleOrder SmallOrder = new()
    {
        User = "alex@acme.com",
        BundleId = "",
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@acme.com", LoginPassword = "a-dedicated-login" },
        Domains = [],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    [Fact]
    public async Task What_it_looks_like()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();      // or leave BaseAddress alone and pass a real key
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });

        Bundle bundle = await peeker.Bundles.CreateAsync(new() { Name = "Starter", MonthlySendingVolume = 25_000 });
        Console.WriteLine($"{bundle.RequiredDomains.Google} Google and {bundle.RequiredDomains.Microsoft} Microsoft domains");

        await foreach (var row in peeker.Bundles.ListAsync()) Console.WriteLine(row.Name);

        var response = await peeker.Bundles.WithResponse.GetAsync(bundle.Id);   // status, headers, request id
        Console.WriteLine(response.RequestId);
        Assert.NotNull(response.RequestId);
    }

    [Fact]
    public async Task An_order_by_hand()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 100, GooglePercent = 100, MicrosoftPercent = 0 });
        var password = "a-dedicated-login";

        using var http = new HttpClient { BaseAddress = sandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.ApiKey);
        using var answer = await http.PostAsJsonAsync("orders", new
        {
            user = "alex@acme.com",
            bundle_id = bundle.Id,
            sequencer = new { provider = "smartlead", login_email = "peeker@yourcompany.com", login_password = password },
            domains = new[] { "acme-mail.com" },
            personas = new[] { new { first_name = "Alex", last_name = "Rivera", profile_picture_url = (string?)null } },
        });
        answer.EnsureSuccessStatusCode();
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("data").GetProperty("id").GetString();
        Assert.Equal(id, (await peeker.Orders.GetAsync(id!)).Id);
    }

    [Fact]
    public void A_webhook_by_hand()
    {
        var completed = new WebhookEvents(seed: 1).OrderCompleted();
        var delivery = new WebhookSigner("whsec_of_a_test").Sign(completed);
        var body = delivery.Body.Span;
        var (timestamp, signature) = (delivery.Timestamp, delivery.Signature);
        var verifier = new WebhookVerifier([new WebhookSecret("live", "whsec_of_a_test")]);

        if (verifier.TryVerify(body, timestamp, signature, out var why) &&
            WebhookEvent.Parse(body) is OrderCompleted { Data: var order })
            Console.WriteLine($"{order.Id} is live");
        Assert.Equal(completed.Data.Id, Assert.IsType<OrderCompleted>(WebhookEvent.Parse(body)).Data.Id);
        Assert.Equal(WebhookFailure.None, why.Failure);
    }

    [Fact]
    public async Task An_order_that_survives_a_crash()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var bundle = await peeker.Bundles.CreateAsync(new() { Name = "Small", MonthlySendingVolume = 100, GooglePercent = 100, MicrosoftPercent = 0 });
        var order = new BundleOrder { User = SmallOrder.User, BundleId = bundle.Id, Sequencer = SmallOrder.Sequencer, Domains = ["acme-mail.com"], Personas = SmallOrder.Personas };
        var (store, orderNumber) = (new Store(), "2026-0042");

        var submission = OrderSubmission.Prepare(order);                        // the exact bytes
        await store.SaveAsync(orderNumber, submission.ToBytes());               // no password inside
        OrderReceipt receipt = await peeker.Orders.SubmitAsync(submission);     // may be repeated, from another process too
        Assert.Equal(receipt.Id, (await peeker.Orders.SubmitAsync(submission)).Id);
        Assert.NotEmpty(store.Saved[orderNumber]);
    }

    [Fact]
    public async Task A_test_with_the_sandbox()
    {
        var order = new CustomOrder { User = SmallOrder.User, GoogleLicenses = 2, Sequencer = SmallOrder.Sequencer, Domains = ["acme-mail.com"], Personas = SmallOrder.Personas };
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });

        var receipt = await peeker.Orders.CreateAsync(order);        // your code under test stands here
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        var status = (await peeker.Orders.GetAsync(receipt.Id)).Status;   // completed
        Assert.Equal(OrderStatus.Completed, status);
    }

    [Fact]
    public async Task An_inbox_in_Redis()
    {
        // Nobody listens there: the inbox is made all the same, and the endpoint answers 503 until Redis is up.
        await using var redis = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=100");
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton<IConnectionMultiplexer>(redis).AddPeekerRedisInbox();
        await using var services = builder.Services.BuildServiceProvider();
        Assert.NotNull(services.GetRequiredService<IWebhookInbox>());
    }

    private sealed class Store
    {
        public Dictionary<string, byte[]> Saved { get; } = [];

        public Task SaveAsync(string number, byte[] bytes)
        {
            Saved[number] = bytes;
            return Task.CompletedTask;
        }
    }
}
