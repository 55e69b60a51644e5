using System.Net;

namespace Peeker.Sandbox.Tests;

public sealed class WebhookSettlingTests
{
    [Fact]
    public async Task Many_deliveries_of_one_moment_do_not_cost_the_patience()
    {
        using var receiver = new Accepting();
        await using var sandbox = PeekerSandbox.Create(new()
        {
            FrozenAt = Lab.Noon,
            WebhookHandler = receiver,
            WebhookUrl = new("http://partner.example"),
            WebhookPatience = TimeSpan.FromHours(1),
        });
        for (var count = 0; count < 20; count++) sandbox.Webhooks.Trigger(WebhookEventType.OrderCompleted);
        await sandbox.Clock.AdvanceAsync(TimeSpan.Zero).WaitAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(20, sandbox.Webhooks.Deliveries.Count);
    }

    private sealed class Accepting : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), cancellationToken);
            return new(HttpStatusCode.NoContent);
        }
    }
}
