using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Peeker.Sandbox.Http;

/// <summary>Puts the API behind a real socket.</summary>
internal static class KestrelHost
{
    public static async Task<WebApplication> StartAsync(Exchange exchange, string url, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Run(context => AnswerAsync(exchange, context));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return app;
    }

    private static async Task AnswerAsync(Exchange exchange, HttpContext context)
    {
        var request = context.Request;
        var body = await ReadAsync(request, context.RequestAborted).ConfigureAwait(false);
        var answer = await exchange.AnswerAsync(new(
            request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", $"{request.Scheme}://{request.Host.Value}",
            request.Headers.Authorization, request.ContentType, body), context.RequestAborted).ConfigureAwait(false);
        if (answer.Break == Break.Drop)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers["Peeker-Request-Id"] = answer.RequestId;
        response.Headers.Date = answer.Date.ToString("R");
        if (answer.Allow is { } methods) response.Headers.Allow = methods;
        var bytes = answer.Break == Break.Truncate ? answer.Body.AsMemory(0, answer.Body.Length / 2) : answer.Body;

        // Where the length promised more, the server closes the connection behind the half. To abort it would lose the half on its way.
        await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    // One byte over the limit is enough for the API to refuse the body.
    private static async ValueTask<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false }) return default;
        if (request.ContentLength is { } length and <= Gateway.MaxBodyBytes)
        {
            var whole = new byte[length];
            await request.Body.ReadExactlyAsync(whole, cancellationToken).ConfigureAwait(false);
            return whole;
        }

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        int read;
        while (body.Length <= Gateway.MaxBodyBytes && (read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
