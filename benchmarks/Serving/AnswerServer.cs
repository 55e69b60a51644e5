using System.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Peeker.AspNetCore;
using Peeker.Benchmarks.Documents;
using Peeker.Json;

namespace Peeker.Benchmarks.Serving;

/// <summary>A server that does as little as it can: bytes that were made before, and the two endpoints for webhooks.</summary>
internal static class AnswerServer
{
    public const string Bare = "/bare", ByHand = "/by-hand", Webhooks = "/webhooks", Checked = "/checked/", Secret = "whsec_0123456789abcdef0123456789abcdef";

    /// <summary>Serves until the input ends, which it does with the process that started this one.</summary>
    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPeekerWebhooks(settings => settings.Secrets["live"] = Secret).Handle<OrderCompleted>((_, _) => Task.CompletedTask);
        await using var app = builder.Build();
        var order = DocumentSet.Named("order of 10 domains").Bytes;
        var availability = DocumentSet.Named("availability of 50").Bytes;
        byte[] receipt = [.. "{\"data\":"u8, .. WireJson.Write(Samples.Page.Data[0]), .. "}"u8];
        app.MapGet("/orders/{id}", (HttpContext context) => AnswerAsync(context, order));
        app.MapPost("/orders", (HttpContext context) => AnswerAsync(context, receipt));
        app.MapPost("/domains/availability", (HttpContext context) => AnswerAsync(context, availability));

        // The same for one call at a time, whose body is kept and can be looked at.
        var seen = new MemoryStream();
        app.MapGet(Checked + "orders/{id}", (HttpContext context) => AnswerAsync(context, order));
        app.MapPost(Checked + "orders", (HttpContext context) => AnswerAsync(context, receipt, seen));
        app.MapPost(Checked + "domains/availability", (HttpContext context) => AnswerAsync(context, availability, seen));
        app.MapGet(Checked + "body", () => Results.Bytes(seen.ToArray()));
        app.MapPost(Bare, async (HttpContext context) =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        });
        app.MapPost(ByHand, ByHandEndpoint.HandleAsync);
        app.MapGet("/cpu", () => Environment.CpuUsage.TotalTime.TotalMicroseconds);
        app.MapGet("/compiled", () => JitInfo.GetCompiledMethodCount());
        app.MapPeekerWebhooks(Webhooks);
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context, byte[] bytes, Stream? body = null)
    {
        body?.SetLength(0);
        if (context.Request.Method == HttpMethods.Post) await context.Request.Body.CopyToAsync(body ?? Stream.Null);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        context.Response.Headers["Peeker-Request-Id"] = "req_01HZX0RQ1A2B3C4D5E6F7G8H";
        await context.Response.Body.WriteAsync(bytes);
    }
}
