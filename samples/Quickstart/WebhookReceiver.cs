using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Peeker;

namespace Quickstart;

/// <summary>A webhook endpoint in its smallest right form: raw bytes, verified before they are read, answered at once.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<WebhookEvent> _events = Channel.CreateUnbounded<WebhookEvent>();
    private readonly WebhookVerifier _verifier;
    private WebApplication? _server;

    private WebhookReceiver(string secret) => _verifier = new(secret);

    public Uri Url => new(new Uri(_server!.Urls.First()), "/webhooks/peeker");

    public ChannelReader<WebhookEvent> Events => _events.Reader;

    public static async Task<WebhookReceiver> StartAsync(string secret, CancellationToken cancellationToken)
    {
        var receiver = new WebhookReceiver(secret);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        receiver._server = builder.Build();
        receiver._server.Run(receiver.ReceiveAsync);
        await receiver._server.StartAsync(cancellationToken);
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var raw = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (!_verifier.TryVerify(raw.Span, context.Request.Headers["Peeker-Timestamp"], context.Request.Headers["Peeker-Signature"], out _))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await _events.Writer.WriteAsync(WebhookEvent.Parse(raw.Span), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }
}
