using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Sandbox;

namespace Peeker.Cli.Tests.Webhooks;

public sealed class WebhookTests
{
    private const string Secret = "whsec_of_the_tests";

    private static readonly WebhookEvents Events = new(seed: 3);

    [Theory]
    [InlineData(0, "right: secret signed it 0 s before it arrived\n")]
    [InlineData(3, "ReserialisedBody: ")]
    public async Task A_captured_body_is_examined(int code, string expected)
    {
        await using var outside = Given();
        var signed = new WebhookSigner(Secret).Sign(Events.OrderCompleted());
        var text = Encoding.UTF8.GetString(signed.Body.Span);
        var body = outside.Write("body", code == 0 ? text : JsonNode.Parse(text)!.ToJsonString(new() { WriteIndented = true }));
        var received = DateTimeOffset.FromUnixTimeSeconds(long.Parse(signed.Timestamp, CultureInfo.InvariantCulture)).ToString("O");
        var given = await outside.RunAsync("webhooks", "verify", "--body", body, "--timestamp", signed.Timestamp, "--signature", signed.Signature, "--received-at", received);
        Assert.Equal((code, ""), (given.Code, given.Error));
        Assert.StartsWith(expected, given.Output, StringComparison.Ordinal);
        var headers = outside.Write("headers", $"content-type: application/json\r\npeeker-timestamp: {signed.Timestamp}\r\npeeker-signature: {signed.Signature}\r\n");
        Assert.Equal(given, await outside.RunAsync("webhooks", "verify", "--body", body, "--headers", headers, "--received-at", received));
    }

    [Fact]
    public async Task A_secret_of_another_endpoint_is_named_and_no_secret_is_shown()
    {
        await using var outside = Given();
        var signed = new WebhookSigner("whsec_of_another").Sign(Events.OrderCompleted());
        var body = outside.Write("body", Encoding.UTF8.GetString(signed.Body.Span));
        var others = outside.WriteSecret("others", "whsec_old\nwhsec_of_another\n");
        var ending = await outside.RunAsync("webhooks", "verify", "--json", "--body", body, "--timestamp", signed.Timestamp, "--signature", signed.Signature, "--other-secret-file", others);
        var found = JsonDocument.Parse(ending.Output).RootElement;
        Assert.Equal((ExitCode.Finding, "MixedUpSecret", "other secret 2"), (ending.Code, found.GetProperty("cause").GetString(), found.GetProperty("secret").GetString()));
        Assert.DoesNotContain("whsec", ending.Output + ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_heard_is_verified_printed_kept_passed_on_and_can_be_sent_again()
    {
        await using var outside = Given();
        var passedOn = new List<string>();
        outside.Before = request =>
        {
            if (request.RequestUri!.Host != "shop.example") return null;
            lock (passedOn) passedOn.Add($"{request.Headers.GetValues("Peeker-Event-Id").Single()} {request.Content!.ReadAsStringAsync().GetAwaiter().GetResult()}");
            return new(passedOn.Count == 1 ? HttpStatusCode.Accepted : HttpStatusCode.ServiceUnavailable);
        };
        var folder = outside["kept"];
        using var http = new HttpClient();
        var (ending, statuses) = await ListenAsync(outside, ["--count", "3", "--capture", folder, "--forward", "https://shop.example/hooks", "--json"], async url =>
        {
            var signer = new WebhookSigner(Secret);
            var right = signer.Sign(Events.OrderCompleted());
            return [await PostAsync(http, right, url), await PostAsync(http, signer.Sign(Events.DomainConnected()), url), await PostAsync(http, right with { Signature = new WebhookSigner("other").Sign("evt_1", right.Body).Signature }, url)];
        });
        Assert.Equal([202, 503, 401], statuses);
        Assert.Equal(ExitCode.Done, ending.Code);
        var lines = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["order.completed", "domain.connected"], lines.Take(2).Select(line => line.GetProperty("event").GetProperty("type").GetString()!));
        Assert.Equal((false, "WrongSecret"), (lines[2].GetProperty("verified").GetBoolean(), lines[2].GetProperty("cause").GetString()));
        Assert.False(lines[2].TryGetProperty("event", out _));
        Assert.Equal(2, passedOn.Count);

        var files = lines.Select(line => line.GetProperty("file").GetString()!).ToList();
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(ExitCode.Done, (await outside.RunAsync("webhooks", "verify", files[0])).Code);
        Assert.Equal(ExitCode.Finding, (await outside.RunAsync("webhooks", "verify", files[2])).Code);

        // Replayed a day later: with a signature of that day, or with the old one.
        var (first, again) = (passedOn[0], new List<(string Sent, bool Valid)>());
        var tomorrow = new LaterTime(TimeSpan.FromDays(1));
        outside.Time = tomorrow;
        outside.Before = request =>
        {
            var body = request.Content!.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            var valid = new WebhookVerifier(Secret, time: tomorrow).TryVerify(body, request.Headers.GetValues("Peeker-Timestamp").Single(), request.Headers.GetValues("Peeker-Signature").Single(), out _);
            again.Add(($"{request.Headers.GetValues("Peeker-Event-Id").Single()} {Encoding.UTF8.GetString(body)}", valid));
            return new(HttpStatusCode.NoContent);
        };
        var replayed = await outside.RunAsync("webhooks", "replay", folder, "--to", "https://shop.example/hooks");
        Assert.Equal((ExitCode.Finding, 2), (replayed.Code, replayed.Output.AsSpan().Count('\n')));
        Assert.Equal($"peeker: {files[2]} was not right when it came (WrongSecret), and is not sent; --unverified signs and sends it all the same.\n", replayed.Error);
        Assert.Equal((first, true), again[0]);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("webhooks", "replay", files[2], "--unverified", "--to", "https://shop.example/hooks")).Code);
        Assert.True(again[2].Valid);
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("webhooks", "replay", files[0], "--as-captured", "--to", "https://shop.example/hooks")).Code);
        Assert.Equal((first, false), again[3]);
    }

    [Fact]
    public async Task What_is_no_delivery_has_a_line_and_nothing_received_steers_the_terminal()
    {
        await using var outside = Given();
        using var http = new HttpClient();
        var (ending, statuses) = await ListenAsync(outside, ["--count", "1"], async url =>
        {
            using var asked = await http.GetAsync(url);
            var large = await PostBytesAsync(http, (1 << 20) + 1, url);
            // So much that its sender still writes when the answer comes; if the server hung up then, the pipe would break.
            var larger = await PostBytesAsync(http, 16 << 20, url);
            var odd = Encoding.UTF8.GetBytes("""{"id":"evt_1","type":"order.\u001b[2J\n","created_at":"2026-05-08T12:00:00Z","data":{"id":"ord_1"}}""");
            return [(int)asked.StatusCode, large, larger, await PostAsync(http, new WebhookSigner(Secret).Sign("evt_1", odd), url)];
        });
        Assert.Equal([405, 413, 413, 204], statuses);
        var lines = ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["405", "413", "413", "204"], lines.Select(line => line.Split("  ")[1]));
        Assert.Contains("order.\\u001b[2J\\u000a", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_triggered_event_has_the_data_that_was_given_and_a_signature()
    {
        await using var outside = Given();
        var data = outside.Write("data.json", """{"id": "ord_mine", "status": "completed"}""");
        using var http = new HttpClient();
        var (ending, _) = await ListenAsync(outside, ["--count", "1"], async url =>
        {
            var sent = await outside.RunAsync(["webhooks", "trigger", "order.completed", "--to", url.AbsoluteUri, "--data", data, "--json"], "", CancellationToken.None);
            // The test's own handler stands for the network; the listener of this test is on it.
            Assert.Equal(ExitCode.Done, sent.Code);
            Assert.Equal(204, JsonDocument.Parse(sent.Output).RootElement.GetProperty("status").GetInt32());
            return [];
        });
        Assert.Contains("204  order.completed               ord_mine  evt_", ending.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_or_is_silent_ends_in_one()
    {
        await using var outside = Given();
        outside.Before = _ => new(HttpStatusCode.Found);
        var refused = await outside.RunAsync("webhooks", "trigger", "swap.failed", "--to", "https://shop.example/hooks");
        Assert.Equal((ExitCode.Failed, "peeker: the endpoint did not accept it (302); it has to answer 2xx within 15 seconds.\n"), (refused.Code, refused.Error));
        outside.Before = _ => throw new HttpRequestException("gone");
        var silent = await outside.RunAsync("webhooks", "trigger", "swap.failed", "--to", "https://shop.example/hooks");
        Assert.Equal((ExitCode.Failed, "peeker: the endpoint did not accept it (no answer); it has to answer 2xx within 15 seconds.\n"), (silent.Code, silent.Error));
    }

    [Theory]
    [InlineData("webhooks", "trigger", "order.eaten", "--to", "https://shop.example/")]
    [InlineData("webhooks", "trigger", "order.completed", "--to", "http://shop.example/")]
    [InlineData("webhooks", "verify")]
    [InlineData("webhooks", "listen", "--port", "70000")]
    [InlineData("webhooks", "replay", "not-there.json", "--to", "https://shop.example/")]
    public async Task What_cannot_be_done_is_one_line(params string[] arguments)
    {
        await using var outside = Given();
        var ending = await outside.RunAsync(arguments);
        Assert.Equal((ExitCode.Usage, ""), (ending.Code, ending.Output));
        Assert.Equal(1, ending.Error.AsSpan().Count('\n'));
    }

    private static Outside Given() => new() { Variables = { ["PEEKER_WEBHOOK_SECRET"] = Secret } };

    private static async Task<int> PostAsync(HttpClient http, SignedWebhook signed, Uri url)
    {
        using var request = signed.ToRequest(url);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static async Task<int> PostBytesAsync(HttpClient http, int count, Uri url)
    {
        using var response = await http.PostAsync(url, new ByteArrayContent(new byte[count]));
        return (int)response.StatusCode;
    }

    private static async Task<(Ending Ending, int[] Results)> ListenAsync(Outside outside, string[] arguments, Func<Uri, Task<int[]>> meanwhile)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var listening = outside.Begin(["webhooks", "listen", "--port", "0", .. arguments], stop.Token);
        var url = new Uri((await listening.NoteAsync("Listening on ")).Split(' ')[2]);
        var results = await meanwhile(url);
        return (await listening.Ending, results);
    }
}
