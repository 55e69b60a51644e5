using System.Threading.Channels;
using Peeker.Cli.Webhooks;
using Peeker.Sandbox;

namespace Peeker.Cli.Quickstarts;

/// <summary>Receives the events of a sandbox: verified before they are read, and answered at once.</summary>
internal sealed class EventInbox : IAsyncDisposable
{
    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();
    private Receiver? _receiver;

    private EventInbox()
    {
    }

    public ChannelReader<WebhookEvent> Events => _events.Reader;

    public static async Task<EventInbox> StartAsync(PeekerSandbox sandbox, CancellationToken cancellationToken)
    {
        var inbox = new EventInbox();
        var verifier = new WebhookVerifier(sandbox.Webhooks.Secret, time: sandbox.Clock);
        inbox._receiver = await Receiver.StartAsync(0, sandbox.Clock, (delivery, _) =>
        {
            if (!verifier.TryVerify(delivery.Body.Span, delivery.Timestamp, delivery.Signature, out var _)) return Task.FromResult(401);
            return Task.FromResult(WebhookEvent.TryParse(delivery.Body.Span, out var happened) && inbox._events.Writer.TryWrite(happened) ? 204 : 400);
        }, (_, _) => { }, cancellationToken);
        sandbox.Webhooks.Url = inbox._receiver.Url;
        return inbox;
    }

    public async ValueTask DisposeAsync()
    {
        if (_receiver is not null) await _receiver.DisposeAsync();
    }
}
