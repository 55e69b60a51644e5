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
        var verifier = new WebhookVerifier(lab.Sandbox.WebhookSecret);
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
        var clock = new ManualClock();
        await using var receiver = await WebhookReceiver.StartAsync();
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, Time = clock });
        var body = Lab.Order("\"google_licenses\":2", "acme-mail.com");
        await lab.Post("orders", body);
        await lab.Post("orders", body);
        await receiver.Next();
        while (lab.Sandbox.WebhookDeliveries.Count < 3)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10);
        }

        await receiver.Next();
        await receiver.Next();
        clock.Advance(TimeSpan.FromDays(2));
        await Task.Delay(100);
        Assert.False(receiver.HasMore);
    }

    [Fact]
    public async Task A_refused_event_comes_again_up_to_five_times_in_a_day_and_is_signed_anew()
    {
        var clock = new ManualClock();
        await using var receiver = await WebhookReceiver.StartAsync(refusals: int.MaxValue);
        await using var lab = await Lab.StartAsync(new() { WebhookUrl = receiver.Url, Time = clock, CompletionDelay = TimeSpan.FromDays(300), WebhookSecret = "chosen" });
        await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        var start = clock.GetUtcNow();
        var first = await receiver.Next();
        var times = new List<long> { long.Parse(first.Timestamp, CultureInfo.InvariantCulture) };
        while (clock.GetUtcNow() - start < TimeSpan.FromHours(30))
        {
            // The sender works on a thread of its own; give it the time to see the clock move.
            clock.Advance(TimeSpan.FromMinutes(5));
            await Task.Delay(5);
            while (receiver.HasMore)
            {
                var again = await receiver.Next();
                Assert.Equal((first.EventId, Convert.ToHexString(first.Body)), (again.EventId, Convert.ToHexString(again.Body)));
                Assert.Equal(WebhookSignatureScheme.Sign("chosen", again.Timestamp, again.Body), again.Signature);
                times.Add(long.Parse(again.Timestamp, CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(5, times.Count);
        Assert.InRange(times[^1] - times[0], 3600, 24 * 3600);
        var pauses = times.Zip(times.Skip(1), (earlier, later) => later - earlier).ToList();
        Assert.All(pauses.Zip(pauses.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }
}
