using System.Net;

namespace Peeker.Sandbox.Tests.Misbehaviour;

public sealed class EdgeTests
{
    private static readonly string Order = Lab.Order("\"google_licenses\":2", "acme-mail.com");

    [Fact]
    public async Task The_work_of_a_stalled_request_has_the_time_it_was_put_off_to()
    {
        await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon });
        lab.Sandbox.Faults.Next(1, new(FaultKind.Stall) { StallFor = TimeSpan.FromSeconds(30) });
        var call = lab.Post("orders", Order);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        var order = (await call).Is(HttpStatusCode.OK);
        Assert.Equal("2026-05-08T12:00:30Z", order.Data.GetProperty("created_at").GetString());
        Assert.Equal("completed", (await lab.Get($"orders/{order.Id}")).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_receiver_whose_end_throws_harms_nobody()
    {
        var receiver = new Spiteful();
        await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon, WebhookHandler = receiver, WebhookPatience = TimeSpan.FromMilliseconds(50) });
        await lab.Post("orders", Order);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Contains(lab.Sandbox.Webhooks.Deliveries, delivery => delivery.Status is null);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Held_events_are_not_tried_again_either()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: int.MaxValue);
        await using var lab = Lab.InProcess(new() { FrozenAt = Lab.Noon, WebhookUrl = receiver.Url });
        lab.Sandbox.Webhooks.Trigger(WebhookEventType.SwapCreated);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        lab.Sandbox.Webhooks.Hold();
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Single(lab.Sandbox.Webhooks.Deliveries);
        lab.Sandbox.Webhooks.Release();
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal([1, 2], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.Attempt));
    }

    [Theory]
    [InlineData("""{"loginPassword":"hunter2"}""")]
    [InlineData("""{"sequencer":{"Login-Password":"hunter2","password":"hunter2"}}""")]
    [InlineData("""{"user":"pk_live_hunter2"}""")]
    public async Task A_secret_in_the_wrong_place_is_not_shown(string body)
    {
        await using var lab = Lab.InProcess();
        await lab.Post("orders", body);
        await lab.Get("users?login_password=hunter2&email=pk_test_hunter2");
        Assert.DoesNotContain("hunter2", string.Concat(lab.Sandbox.Requests.All.Select(received => received.Body + received.Query + received.Path)), StringComparison.Ordinal);
        Assert.Equal(2, lab.Sandbox.Requests.Count);
    }

    public static TheoryData<string, PeekerSandboxOptions> Impossible => new()
    {
        { "FrozenAt", new() { FrozenAt = DateTimeOffset.MaxValue } },
        { "CompletionDelay", new() { CompletionDelay = TimeSpan.MaxValue } },
        { "WebhookPatience", new() { WebhookPatience = TimeSpan.MaxValue } },
        { "RateLimitWindow", new() { RateLimitWindow = TimeSpan.Zero } },
        { "RateLimit", new() { RateLimit = 0 } },
        { "PremiumSwapPercent", new() { PremiumSwapPercent = 101 } },
        { "Time", new() { Time = null! } },
        { "WebhookUrl", new() { WebhookUrl = new("/hook", UriKind.Relative) } },
        { "Url", new() { Url = new("http://example.com:4977") } },
        { "Url", new() { Url = new("https://127.0.0.1:4977") } },
    };

    [Theory]
    [MemberData(nameof(Impossible), DisableDiscoveryEnumeration = true)]
    public void An_impossible_option_is_named(string name, PeekerSandboxOptions options) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(() => PeekerSandbox.Create(options)).ParamName);

    [Fact]
    public async Task A_sandbox_that_is_gone_says_so()
    {
        var sandbox = PeekerSandbox.Create();
        using var http = new HttpClient(sandbox.CreateHandler()) { BaseAddress = sandbox.BaseAddress };
        await sandbox.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => http.GetAsync(new Uri("me", UriKind.Relative)));
    }

    private sealed class Spiteful : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            cancellationToken.Register(() => throw new InvalidOperationException("spite"));
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return new(HttpStatusCode.OK);
        }
    }
}
