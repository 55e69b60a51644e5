using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Peeker.Sandbox.Http;

/// <summary>Puts the API behind a real socket.</summary>
internal static class KestrelHost
{
    public static async Task<WebApplication> StartAsync(SandboxApi api, string url, CancellationToken cancellationToken)
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
        app.Run(context => AnswerAsync(api, context));
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        return app;
    }

    private static async Task AnswerAsync(SandboxApi api, HttpContext context)
    {
        var request = context.Request;
        var body = await ReadAsync(request, context.RequestAborted).ConfigureAwait(false);
        var answer = api.Handle(new(
            request.Method, request.Path.Value ?? "/", request.QueryString.Value ?? "", $"{request.Scheme}://{request.Host.Value}",
            request.Headers.Authorization, request.ContentType, body));
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = answer.Body.Length;
        context.Response.Headers["Peeker-Request-Id"] = answer.RequestId;
        context.Response.Headers.Date = answer.Date.ToString("R");
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    // One byte over the limit is enough for the API to refuse the body.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, SandboxApi.MaxBodyBytes + 1));
        var buffer = new byte[8192];
        int read;
        while (body.Length <= SandboxApi.MaxBodyBytes && (read = await request.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            await body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
