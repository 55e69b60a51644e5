using System.Text;
using System.Text.Json;
using Peeker.Sandbox.Specification;

namespace Peeker.Sandbox.Tests;

public sealed class WebhookSigningTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void There_is_a_builder_for_each_documented_event()
    {
        var events = new WebhookEvents(seed: 1);
        var made = typeof(WebhookEvents).GetMethods().Where(method => method.Name != nameof(WebhookEvents.Edited) && typeof(WebhookEvent).IsAssignableFrom(method.ReturnType))
            .Select(method => (method.Name, Made: (WebhookEvent)method.Invoke(events, [null])!)).ToList();
        Assert.All(made, pair => Assert.Equal(pair.Name, pair.Made.GetType().Name));
        Assert.Equal(
            SpecificationDocument.Root.GetProperty("x-webhooks").EnumerateObject().Select(type => type.Name).Order(),
            made.Select(pair => pair.Made.Type.Value).Order());
        Assert.Equal(18, made.Select(pair => pair.Made.Id).Distinct().Count());
    }

    [Fact]
    public void Ids_come_from_the_seed_and_times_from_the_clock()
    {
        var (one, other) = (new WebhookEvents(7, new ManualClock()), new WebhookEvents(7, new ManualClock()));
        Assert.Equal(Enumerable.Range(0, 3).Select(_ => one.OrderCompleted().Id), Enumerable.Range(0, 3).Select(_ => other.OrderCompleted().Id));
        Assert.Equal(new ManualClock().GetUtcNow(), one.SwapFailed().CreatedAt);
        Assert.NotEqual(new WebhookEvents().OrderCompleted().Id, new WebhookEvents().OrderCompleted().Id);
    }

    [Fact]
    public void The_data_may_be_the_callers()
    {
        var order = new OrderDetail { Id = "ord_1", Status = OrderStatus.Completed, DomainCount = 7 };
        Assert.Equal(("ord_1", 7), (new WebhookEvents().OrderCompleted(order).Data.Id, new WebhookEvents().OrderCompleted(order).Data.DomainCount));
    }

    [Fact]
    public void A_payload_of_tomorrow_can_be_made()
    {
        var events = new WebhookEvents();
        var edited = Assert.IsType<OrderCompleted>(events.Edited(WebhookEventType.OrderCompleted, order => order["id"] = "ord_1"));
        Assert.Equal("ord_1", edited.Data.Id);
        Assert.True(Assert.IsType<UnknownEvent>(events.Edited(WebhookEventType.OrderCompleted, order => order.Remove("status"))).IsKnownType);
        Assert.Throws<ArgumentException>(() => events.Edited(new("order.new"), _ => { }));
    }

    [Fact]
    public async Task A_signed_event_is_accepted_by_a_verifier_that_holds_any_of_the_secrets()
    {
        var happened = new WebhookEvents().OrderCompleted();
        var signed = new WebhookSigner(["new", "old"], new ManualClock()).Sign(happened);
        using var request = signed.ToRequest(new("https://partner.example/webhooks"));
        var body = await request.Content!.ReadAsByteArrayAsync();
        foreach (var secret in new[] { "new", "old" })
            Assert.True(new WebhookVerifier(secret, time: new ManualClock()).TryVerify(body, Header(WebhookSignatureScheme.TimestampHeader), Header(WebhookSignatureScheme.SignatureHeader), out _));
        Assert.Equal(happened.Id, Header(WebhookSignatureScheme.EventIdHeader));
        Assert.Equal("application/json", request.Content.Headers.ContentType!.MediaType);
        Assert.Equal(JsonSerializer.Serialize<WebhookEvent>(happened), Encoding.UTF8.GetString(body));

        string Header(string name) => request.Headers.GetValues(name).Single();
    }

    [Fact]
    public void Any_bytes_are_signed_at_any_time()
    {
        var signed = new WebhookSigner("secret").Sign("evt_1", "no event"u8.ToArray(), Noon);
        Assert.Equal(WebhookSignatureScheme.Sign("secret", "1778241600", "no event"u8), signed.Signature);
        Assert.Equal("SignedWebhook evt_1", signed.ToString());
        Assert.Throws<ArgumentException>(() => new WebhookSigner([]));
        Assert.Throws<ArgumentException>(() => new WebhookSigner(""));
    }
}
