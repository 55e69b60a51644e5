using System.Net;
using System.Net.Http.Headers;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>The code of docs/sandbox.md, run. <see cref="SandboxGuidePageTests"/> sees to it that the page holds no other.</summary>
public sealed class SandboxGuideTests
{
    private static readonly CustomOrder Order = new()
    {
        User = "alex@acme.com",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@yourcompany.com", LoginPassword = "a-dedicated-login" },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    [Fact]
    public async Task The_first_ten_lines()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });

        var receipt = await peeker.Orders.CreateAsync(Order);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));   // what takes a second is done
        await peeker.Orders.CancelAsync(receipt.Id);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(30));     // a month later, at once

        Assert.Equal(OrderStatus.Cancelled, (await peeker.Orders.GetAsync(receipt.Id)).Status);
        Assert.Equal(
            ["order.in_progress", "domain.connected", "order.completed", "order.cancel_scheduled", "order.cancelled"],
            sandbox.Webhooks.Events.Select(happened => happened.Type.Value));
    }

    [Fact]
    public async Task On_a_port()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        Assert.Equal(KeyEnvironment.Test, (await peeker.Me.GetAsync()).ApiKey.Environment);
        Assert.True(sandbox.BaseAddress.IsLoopback);
    }

    [Fact]
    public async Task Keys_and_presets()
    {
        await using var sandbox = PeekerSandbox.Create();
        var readOnly = sandbox.Keys.Create(KeyEnvironment.Test, PermissionPreset.Read);
        using var peeker = new PeekerClient(readOnly, new() { Handler = sandbox.CreateHandler() });
        await Assert.ThrowsAsync<PeekerForbiddenException>(() => peeker.Orders.CreateAsync(Order));
        sandbox.Keys.Revoke(readOnly);
        await Assert.ThrowsAsync<PeekerUnauthorizedException>(() => peeker.Me.GetAsync());
    }

    [Fact]
    public async Task The_rate_limit()
    {
        await using var sandbox = PeekerSandbox.Create(new() { RateLimit = 2, FrozenAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero) });
        using var http = new HttpClient(sandbox.CreateHandler()) { BaseAddress = sandbox.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.ApiKey);
        await http.GetAsync("me");
        await http.GetAsync("me");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await http.GetAsync("me")).StatusCode);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("me")).StatusCode);
    }

    [Fact]
    public async Task Actions_are_resolved()
    {
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero) });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var order = await peeker.Orders.CreateAsync(new CustomOrder
        {
            User = "action-required@acme.com",
            GoogleLicenses = 2,
            Sequencer = Order.Sequencer,
            Domains = Order.Domains,
            Personas = Order.Personas,
        });
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(OrderStatus.ActionRequired, (await peeker.Orders.GetAsync(order.Id)).Status);

        var action = Assert.Single((await peeker.Orders.ListPendingActionsPageAsync()).Data);
        sandbox.ResolvePendingAction(action.Id);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(OrderStatus.Completed, (await peeker.Orders.GetAsync(order.Id)).Status);
    }

    [Fact]
    public async Task The_clock_stands_still_and_is_moved()
    {
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero) });
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Equal(new DateTimeOffset(2026, 5, 11, 12, 0, 0, TimeSpan.Zero), sandbox.Clock.UtcNow);
    }

    [Fact]
    public async Task Webhooks_come_to_a_handler_in_the_process()
    {
        var endpoint = new Endpoint(HttpStatusCode.NoContent);
        await using var sandbox = PeekerSandbox.Create(new() { WebhookHandler = endpoint });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        await peeker.Orders.CreateAsync(Order);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["order.in_progress", "domain.connected", "order.completed"], endpoint.Received);
    }

    [Fact]
    public async Task A_verifier_takes_the_time_of_the_sandbox()
    {
        await using var sandbox = PeekerSandbox.Create(new() { FrozenAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero) });
        var verifier = new WebhookVerifier(sandbox.Webhooks.Secret, time: sandbox.Clock);
        var timestamp = WebhookSignatureScheme.Timestamp(sandbox.Clock.UtcNow);
        var signature = WebhookSignatureScheme.Sign(sandbox.Webhooks.Secret, timestamp, "{}"u8);
        Assert.True(verifier.TryVerify("{}"u8, timestamp, signature, out _));
        Assert.False(new WebhookVerifier(sandbox.Webhooks.Secret).TryVerify("{}"u8, timestamp, signature, out _));
    }

    [Fact]
    public async Task A_refused_event_comes_five_times()
    {
        var endpoint = new Endpoint(HttpStatusCode.InternalServerError);
        await using var sandbox = PeekerSandbox.Create(new()
        {
            WebhookHandler = endpoint,
            FrozenAt = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero),
        });
        sandbox.Webhooks.Trigger(WebhookEventType.OrderCompleted);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        var made = sandbox.Webhooks.Deliveries.Select(delivery => delivery.At).ToList();
        Assert.Equal([1, 10, 100, 960], made.Zip(made.Skip(1), (earlier, later) => (later - earlier).TotalMinutes));
    }

    [Fact]
    public async Task Events_misbehave()
    {
        var endpoint = new Endpoint(HttpStatusCode.NoContent);
        await using var sandbox = PeekerSandbox.Create(new() { WebhookHandler = endpoint });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        sandbox.Webhooks.Hold();
        sandbox.Webhooks.DuplicateShare = 1;
        await peeker.Orders.CreateAsync(Order);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        sandbox.Webhooks.Release(WebhookOrder.Reversed);
        await sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(
            ["order.completed", "order.completed", "domain.connected", "domain.connected", "order.in_progress", "order.in_progress"],
            endpoint.Received);
    }

    [Fact]
    public async Task Events_are_made_and_sent_again()
    {
        var endpoint = new Endpoint(HttpStatusCode.NoContent);
        await using var sandbox = PeekerSandbox.Create(new() { WebhookHandler = endpoint });
        var id = sandbox.Webhooks.Trigger(WebhookEventType.SwapFailed);
        sandbox.Webhooks.Resend(id);
        await sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal([id, id], sandbox.Webhooks.Deliveries.Select(delivery => delivery.EventId));
        Assert.Equal(["swap.failed", "swap.failed"], endpoint.Received);
    }

    [Fact]
    public async Task Secrets_rotate()
    {
        await using var sandbox = PeekerSandbox.Create(new() { WebhookSecret = "the first" });
        var second = sandbox.Webhooks.RotateSecret();
        Assert.Equal([second, "the first"], sandbox.Webhooks.SecretsOf(KeyEnvironment.Test));   // both sign
        sandbox.Webhooks.RetireOldSecrets();
        Assert.Equal(second, sandbox.Webhooks.Secret);
        Assert.NotEqual(second, Assert.Single(sandbox.Webhooks.SecretsOf(KeyEnvironment.Live)));
    }

    [Fact]
    public async Task An_answer_is_lost()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        sandbox.Faults.Next(1, new(FaultKind.Drop) { AfterWork = true, Operation = "Orders_Create" });
        var once = peeker.With(new PeekerCallOptions { MaxRetries = 0 });   // left alone, the client repeats an order by itself
        try
        {
            await once.Orders.CreateAsync(Order);
        }
        catch (PeekerOutcomeUnknownException)
        {
            await once.Orders.CreateAsync(Order);   // the same body: the same order
        }

        Assert.Single((await peeker.Orders.ListPageAsync()).Data);
    }

    [Fact]
    public async Task A_share_of_all_requests_fails()
    {
        await using var sandbox = PeekerSandbox.Create(new() { Seed = 1, RateLimit = null });
        using var http = new HttpClient(sandbox.CreateHandler()) { BaseAddress = sandbox.BaseAddress };
        sandbox.Faults.Share(0.1, new SandboxFault(FaultKind.Unavailable), new SandboxFault(FaultKind.Html));
        for (var number = 0; number < 1000; number++) await http.GetAsync("me");
        Assert.InRange(sandbox.Requests.All.Count(request => request.Fault is not null), 50, 150);
        sandbox.Faults.Clear();
    }

    [Fact]
    public async Task Requests_are_seen()
    {
        await using var sandbox = PeekerSandbox.Create();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        await peeker.Orders.CreateAsync(Order);
        var seen = Assert.Single(sandbox.Requests.All);
        Assert.Equal("POST Orders_Create 200", seen.ToString());
        Assert.Contains("\"login_password\":\"[secret]\"", seen.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seed_decides_the_ids()
    {
        var ids = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var sandbox = PeekerSandbox.Create(new() { Seed = 7 });
            using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
            ids.Add((await peeker.Orders.CreateAsync(Order)).Id);
        }

        Assert.Equal(ids[0], ids[1]);
    }

    [Fact]
    public async Task A_receiver_is_tested_without_a_sandbox()
    {
        var receiver = new HttpClient(new Endpoint(HttpStatusCode.NoContent)) { BaseAddress = new("https://partner.example") };
        var events = new WebhookEvents(seed: 7);
        var signer = new WebhookSigner("whsec_example");

        var completed = events.OrderCompleted(new() { Id = "ord_1", Status = OrderStatus.Completed, DomainCount = 2 });
        using var first = signer.Sign(completed).ToRequest(new("/webhooks/peeker", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, (await receiver.SendAsync(first)).StatusCode);

        var newer = events.Edited(WebhookEventType.OrderCompleted, order => order.Remove("status"));   // no longer fits
        using var second = signer.Sign(newer).ToRequest(new("/webhooks/peeker", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NoContent, (await receiver.SendAsync(second)).StatusCode);
        receiver.Dispose();
    }

    private sealed class Endpoint(HttpStatusCode answer) : HttpMessageHandler
    {
        public List<string> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            Received.Add(WebhookEvent.Parse(body).Type.Value);
            return new(answer);
        }
    }

}
