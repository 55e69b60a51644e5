using System.Net;
using System.Text;

namespace Peeker.AspNetCore.Tests;

/// <summary>A documented event in a shape that this version cannot read.</summary>
public sealed class UnfitEventTests
{
    private const string Body = """{"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:00:00Z","data":{"id":"ord_1","status":"completed","domain_count":"two"}}""";

    [Fact]
    public async Task It_is_not_completed_untold()
    {
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<OrderCompleted>((_, _) => Task.CompletedTask).Handle<WebhookEvent>((_, _) => Task.CompletedTask));
        Assert.Equal(HttpStatusCode.InternalServerError, await host.SendAsync(host.Delivery(Encoding.UTF8.GetBytes(Body), "evt_1")));
    }

    [Fact]
    public async Task A_handler_of_such_events_is_told()
    {
        var told = new List<string?>();
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<UnknownEvent>((delivery, _) =>
        {
            told.Add(delivery.Event.Problem);
            return Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync(host.Delivery(Encoding.UTF8.GetBytes(Body), "evt_1")));
        Assert.Equal(["The member 'data.domain_count' should be a 32-bit integer, and is a string."], told);
    }
}
