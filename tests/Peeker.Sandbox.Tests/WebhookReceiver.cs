using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Peeker.Sandbox.Tests;

/// <summary>A partner's endpoint: keeps the raw bytes and headers, and answers as it is told.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly Channel<Delivery> _received = Channel.CreateUnbounded<Delivery>();
    private readonly WebApplication _app;
    private int _refusals;

    private WebhookReceiver(int refusals)
    {
        _refusals = refusals;
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ReceiveAsync);
    }

    public Uri Url => new(_app.Urls.First());

    public static async Task<WebhookReceiver> StartAsync(int refusals = 0)
    {
        var receiver = new WebhookReceiver(refusals);
        await receiver._app.StartAsync();
        return receiver;
    }

    public async Task<Delivery> Next()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public bool HasMore => _received.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers;
        context.Response.StatusCode = Interlocked.Decrement(ref _refusals) >= 0 ? 500 : 204;
        await _received.Writer.WriteAsync(new(
            headers[WebhookSignatureScheme.EventIdHeader].ToString(), headers[WebhookSignatureScheme.TimestampHeader].ToString(),
            headers[WebhookSignatureScheme.SignatureHeader].ToString(), context.Request.ContentType, body.ToArray()));
    }

    internal sealed record Delivery(string EventId, string Timestamp, string Signature, string? ContentType, byte[] Body);
}
