using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Peeker.AspNetCore.Tests;

/// <summary>What the endpoint answers.</summary>
public class StatusTests
{
    [Fact]
    public async Task A_signed_event_is_handled_and_answered_with_204()
    {
        WebhookDelivery<OrderCompleted>? seen = null;
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<OrderCompleted>((delivery, _) =>
        {
            seen = delivery;
            return Task.CompletedTask;
        }));
        var body = Host.Event("evt_1");
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync(host.Delivery(body, "evt_1")));
        Assert.Equal("ord_1", seen!.Event.Data.Id);
        Assert.Equal(body, seen.Body.ToArray());
        Assert.Equal(("live", 1, false, false, false, Host.Start), (seen.SecretLabel, seen.Attempt, seen.IsRepeat, seen.IsStale, seen.IsReconciled, seen.ReceivedAt));
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_trusted_is_401_without_a_word_and_the_reason_is_logged()
    {
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((_, _) => throw new InvalidOperationException("It was handled.")));
        var body = Host.Event("evt_1");
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Delivery(body, "evt_1", secret: "another")));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Delivery(body, "evt_1", signedAt: Host.Start.AddSeconds(-301))));
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Delivery(body, "evt_1", signedAt: Host.Start.AddSeconds(301))));
        foreach (var header in new[] { WebhookSignatureScheme.TimestampHeader, WebhookSignatureScheme.SignatureHeader })
        {
            var delivery = host.Delivery(body, "evt_1");
            delivery.Headers.Remove(header);
            Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(delivery));
        }

        var changed = host.Delivery(body, "evt_1");
        changed.Content = new ByteArrayContent([.. body, (byte)' ']) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(changed));

        Assert.Equal(6, host.Log.Count(101));
        Assert.Equal(LogLevel.Warning, host.Log.LevelOf(101));
        foreach (var reason in new[] { WebhookFailure.SignatureMismatch, WebhookFailure.TimestampTooOld, WebhookFailure.TimestampInFuture, WebhookFailure.MissingTimestamp, WebhookFailure.MissingSignature })
            Assert.Contains(reason.ToString(), host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("evt_1", host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, true, HttpStatusCode.NoContent)]
    [InlineData(100, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(99, false, HttpStatusCode.NoContent)]
    [InlineData(100, false, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_body_over_the_limit_is_413_whether_its_length_is_announced_or_not(int over, bool announced, HttpStatusCode expected)
    {
        await using var host = await Host.StartAsync(settings: ("MaxBodyBytes", "40000"));
        var plain = Host.Event("evt_1");
        byte[] body = [.. plain, .. Enumerable.Repeat((byte)' ', 40_000 - plain.Length - 99 + over)];
        var delivery = host.Delivery(body, "evt_1");
        if (!announced)
        {
            delivery.Headers.TransferEncodingChunked = true;
            delivery.Content = new StreamContent(new MemoryStream(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        Assert.Equal(expected, await host.SendAsync(delivery));
    }

    [Theory]
    [InlineData("text/plain", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData(null, null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=utf-8", null, HttpStatusCode.NoContent)]
    [InlineData("Application/JSON", null, HttpStatusCode.NoContent)]
    public async Task Only_plain_json_is_read(string? type, string? encoding, HttpStatusCode expected)
    {
        await using var host = await Host.StartAsync();
        var delivery = host.Delivery(Host.Event("evt_1"), "evt_1");
        delivery.Content!.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        if (encoding is not null) delivery.Content.Headers.ContentEncoding.Add(encoding);
        Assert.Equal(expected, await host.SendAsync(delivery));
    }

    [Fact]
    public async Task Only_post_is_taken()
    {
        await using var host = await Host.StartAsync();
        using var answer = await host.Http.GetAsync(new Uri("/hook", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Fact]
    public async Task An_id_in_the_header_that_is_not_the_bodys_is_400()
    {
        await using var host = await Host.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync(host.Delivery(Host.Event("evt_1"), "evt_2")));
        var without = host.Delivery(Host.Event("evt_1"), "evt_1");
        without.Headers.Remove(WebhookSignatureScheme.EventIdHeader);
        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync(without));
        Assert.Equal(2, host.Log.Count(103));
    }

    [Fact]
    public async Task An_id_of_events_found_by_asking_is_400()
    {
        var runs = 0;
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.FromResult(runs++)));
        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync("reconciled:ord_1:order.completed"));
        Assert.Equal((0, 1), (runs, host.Log.Count(118)));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_reconciled:1"));
    }

    [Fact]
    public async Task A_check_that_could_not_be_made_is_503()
    {
        var clock = new BrokenClock();
        await using var host = await Host.StartAsync(
            webhooks => webhooks.Handle<WebhookEvent>((_, _) => Task.CompletedTask), more: builder => builder.Services.AddSingleton<TimeProvider>(clock));
        clock.IsBroken = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await host.SendAsync("evt_1"));
        Assert.Contains(nameof(WebhookFailure.CheckFailed), host.Log.All, StringComparison.Ordinal);
        clock.IsBroken = false;
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
    }

    [Fact]
    public async Task No_answer_gets_a_page_of_the_host()
    {
        await using var host = await Host.StartAsync(
            webhooks => webhooks.Handle<OrderFailed>((_, _) => throw new InvalidOperationException()),
            more: builder => builder.Services.AddSingleton<IStartupFilter>(new Before(app => app.UseStatusCodePages())));
        using (var elsewhere = await host.Http.GetAsync(new Uri("/elsewhere", UriKind.Relative))) Assert.NotEmpty(await elsewhere.Content.ReadAsByteArrayAsync());
        var body = Host.Event("evt_1");
        Assert.Equal(HttpStatusCode.Unauthorized, await host.SendAsync(host.Delivery(body, "evt_1", secret: "another")));
        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync(host.Delivery(body, "evt_2")));
        Assert.Equal(HttpStatusCode.InternalServerError, await host.SendAsync("evt_1", "order.failed"));
        var text = host.Delivery(body, "evt_1");
        text.Content!.Headers.ContentType = new("text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await host.SendAsync(text));
    }

    [Theory]
    [InlineData(413)]
    [InlineData(408)]
    [InlineData(400)]
    [InlineData(null)]
    public async Task A_body_that_the_server_will_not_read_on_is_answered_with_the_servers_status(int? status)
    {
        var failure = status is { } known ? new BadHttpRequestException("No.", known) : new IOException("Gone.");
        await using var host = await Host.StartAsync(more: builder => builder.Services.AddSingleton<IStartupFilter>(new Before(app => app.Use((context, next) =>
        {
            context.Request.Body = new BrokenStream(failure);
            return next(context);
        }))));
        Assert.Equal((HttpStatusCode)(status ?? 400), await host.SendAsync("evt_1"));
        Assert.Equal(0, host.Log.Errors);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked", "no chunk\r\n", "HTTP/1.1 400")]
    [InlineData("Content-Length: 100", "{", "")]
    public async Task A_sender_that_breaks_the_protocol_or_leaves_is_no_error(string header, string body, string expected)
    {
        var begun = new TaskCompletionSource();
        await using var host = await Host.StartAsync(more: builder => builder.Services.AddSingleton<IStartupFilter>(new Before(app => app.Use((context, next) =>
        {
            begun.TrySetResult();
            return next(context);
        }))));
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /hook HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\n{header}\r\n\r\n{body}"));
        await begun.Task;
        if (expected.Length > 0)
        {
            using var reader = new StreamReader(socket.GetStream());
            Assert.StartsWith(expected, await reader.ReadLineAsync(), StringComparison.Ordinal);
        }

        socket.Client.Close(0);
        await Eventually.TrueAsync(() => host.Log.Count(119) == 1);
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync("evt_1"));
        Assert.Equal(0, host.Log.Errors);
    }

    [Theory]
    [InlineData("""{"hello":"alex@acme.com"}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_signed_and_no_event_is_400_and_an_error_in_the_log(string text)
    {
        await using var host = await Host.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, await host.SendAsync(host.Delivery(Encoding.UTF8.GetBytes(text), "evt_1")));
        Assert.Equal(LogLevel.Error, host.Log.LevelOf(102));
        Assert.DoesNotContain("alex", host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_event_is_204_with_a_handler_for_it_or_without()
    {
        UnknownEvent? seen = null;
        var body = Encoding.UTF8.GetBytes("""{"id":"evt_9","type":"inbox.warmed","created_at":"2026-05-08T12:00:00Z","data":{"id":"inb_1"}}""");
        await using var bare = await Host.StartAsync();
        Assert.Equal(HttpStatusCode.NoContent, await bare.SendAsync(bare.Delivery(body, "evt_9")));
        await using var host = await Host.StartAsync(webhooks => webhooks.Handle<UnknownEvent>((delivery, _) =>
        {
            seen = delivery.Event;
            return Task.CompletedTask;
        }));
        Assert.Equal(HttpStatusCode.NoContent, await host.SendAsync(host.Delivery(body, "evt_9")));
        Assert.Equal(("inbox.warmed", "inb_1"), (seen!.Type.Value, seen.ResourceId));
    }
}
