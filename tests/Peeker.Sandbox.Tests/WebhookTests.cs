using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests;

public sealed class WebhookTests
{
    private static readonly Dictionary<string, string> Schemas = new()
    {
        ["order.in_progress"] = "OrderInProgress",
        ["domain.connected"] = "DomainConnected",
        ["order.completed"] = "OrderCompleted",
    };

    [Fact]
    public async Task An_orders_events_come_in_sequence_within_seconds_and_are_signed()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url });
        var order = (await lab.Post("orders", Lab.Order("\"google_licenses\":4", "acme-mail.com", "team-acme.com"))).Is(HttpStatusCode.OK);
        var verifier = new WebhookVerifier(lab.Sandbox.Webhooks.Secret);
        var (types, names, ids) = (new List<string>(), new List<string>(), new HashSet<string>());
        for (var count = 0; count < 4; count++)
        {
            var delivery = await receiver.Next();
            Assert.True(verifier.TryVerify(delivery.Body, delivery.Timestamp, delivery.Signature, out var why), why.ToString());
            Assert.False(new WebhookVerifier("another secret").TryVerify(delivery.Body, delivery.Timestamp, delivery.Signature, out _));
            var received = JsonDocument.Parse(delivery.Body).RootElement;
            var type = received.GetProperty("type").GetString()!;
            SpecificationJudge.Judge(Schemas[type], delivery.Body);
            Assert.Equal(("application/json", received.GetProperty("id").GetString()), (delivery.ContentType, delivery.EventId));
            Assert.Matches("^evt_[0-9A-HJKMNP-TV-Z]{24}$", delivery.EventId);
            types.Add(type);
            ids.Add(delivery.EventId);
            var data = received.GetProperty("data");
            if (type == "domain.connected") names.Add(data.GetProperty("domain").GetString()!);
            else Assert.Equal((order.Id, type["order.".Length..]), (data.GetProperty("id").GetString(), data.GetProperty("status").GetString()));
        }

        Assert.Equal(["order.in_progress", "domain.connected", "domain.connected", "order.completed"], types);
        Assert.Equal(["acme-mail.com", "team-acme.com"], names.Order());
        Assert.Equal(4, ids.Count);
    }

    [Fact]
    public async Task A_repeated_order_announces_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, FrozenAt = Lab.Noon });
        var body = Lab.Order("\"google_licenses\":2", "acme-mail.com");
        await lab.Post("orders", body);
        await lab.Post("orders", body);
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(["order.in_progress", "domain.connected", "order.completed"], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.Type.Value));
        Assert.Equal(3, lab.Sandbox.Webhooks.Events.Count);
    }

    [Fact]
    public async Task A_refused_event_comes_again_up_to_five_times_in_a_day_and_is_signed_anew()
    {
        await using var receiver = await WebhookReceiver.StartAsync(refusals: int.MaxValue);
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, FrozenAt = Lab.Noon, CompletionDelay = TimeSpan.FromDays(300), WebhookSecret = "chosen" });
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(30));
        var times = new List<long>();
        WebhookReceiver.Delivery? first = null;
        while (receiver.HasMore)
        {
            var delivery = await receiver.Next();
            first ??= delivery;
            Assert.Equal((first.EventId, Convert.ToHexString(first.Body)), (delivery.EventId, Convert.ToHexString(delivery.Body)));
            Assert.Equal(WebhookSignatureScheme.Sign("chosen", delivery.Timestamp, delivery.Body), delivery.Signature);
            times.Add(long.Parse(delivery.Timestamp, CultureInfo.InvariantCulture));
        }

        Assert.Equal(5, times.Count);
        Assert.Equal(Lab.Noon.ToUnixTimeSeconds(), times[0]);
        Assert.InRange(times[^1] - times[0], 3600, 24 * 3600);
        var pauses = times.Zip(times.Skip(1), (earlier, later) => later - earlier).ToList();
        Assert.All(pauses.Zip(pauses.Skip(1)), pair => Assert.True(pair.Second > pair.First));
        Assert.Equal([1, 2, 3, 4, 5], lab.Sandbox.Webhooks.Deliveries.Select(delivery => delivery.Attempt));
    }
}
