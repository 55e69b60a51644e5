using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>A web application on a loopback port, with a clock that stands still, and what a sender needs to reach it.</summary>
internal sealed class Host : IAsyncDisposable
{
    public const string Secret = "the-secret-of-the-tests";

    public static readonly DateTimeOffset Start = new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero);

    private WebApplication _app = null!;

    public FakeTimeProvider Clock { get; } = new(Start);

    public LogBook Log { get; } = new();

    public IConfigurationRoot Settings { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public IServiceProvider Services => _app.Services;

    public IWebhookInbox Inbox => Services.GetRequiredService<IWebhookInbox>();

    public static async Task<Host> StartAsync(
        Action<PeekerWebhookBuilder>? handlers = null, Func<TimeProvider, IWebhookInbox>? inbox = null, Action<WebApplicationBuilder>? more = null, params (string Key, string? Value)[] settings)
    {
        var host = new Host();
        host.Settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Secrets:live", (string?)Secret)])
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Key, pair.Value))).Build();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(host.Log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(host.Clock);
        more?.Invoke(builder);
        var webhooks = builder.Services.AddPeekerWebhooks(host.Settings);
        if (inbox is not null) webhooks.UseInbox(_ => inbox(host.Clock));
        handlers?.Invoke(webhooks);
        host._app = builder.Build();
        host._app.MapPeekerWebhooks("/hook");
        await host._app.StartAsync();
        host.Http = new() { BaseAddress = new(host._app.Urls.First()) };
        return host;
    }

    /// <summary>The body of an event.</summary>
    public static byte[] Event(string id, string type = "order.completed", DateTimeOffset? at = null, string order = "ord_1") => Encoding.UTF8.GetBytes(
        $$"""{"id":"{{id}}","type":"{{type}}","created_at":"{{(at ?? Start).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}}","data":{"id":"{{order}}","status":"{{type.Split('.')[1]}}","domain_count":2,"email":"alex@acme.com"} }""");

    /// <summary>A delivery, signed as Peeker signs.</summary>
    public HttpRequestMessage Delivery(byte[] body, string id, string secret = Secret, DateTimeOffset? signedAt = null)
    {
        var timestamp = WebhookSignatureScheme.Timestamp(signedAt ?? Clock.GetUtcNow());
        return new(HttpMethod.Post, "/hook")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
            Headers =
            {
                { WebhookSignatureScheme.EventIdHeader, id },
                { WebhookSignatureScheme.TimestampHeader, timestamp },
                { WebhookSignatureScheme.SignatureHeader, WebhookSignatureScheme.Sign(secret, timestamp, body) },
            },
        };
    }

    public async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
        return answer.StatusCode;
    }

    public Task<HttpStatusCode> SendAsync(string id, string type = "order.completed", DateTimeOffset? at = null, string order = "ord_1") =>
        SendAsync(Delivery(Event(id, type, at, order), id));

    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
