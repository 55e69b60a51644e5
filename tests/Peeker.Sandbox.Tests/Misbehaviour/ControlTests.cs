using System.Net;
using System.Text;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Misbehaviour;

/// <summary>The control surface as a test in another language meets it: over the port, with a plain client.</summary>
public sealed class ControlTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _http = new();
    private PeekerSandbox _sandbox = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await PeekerSandbox.StartAsync(new() { Seed = 4, FrozenAt = Lab.Noon });
        _http.BaseAddress = new(_sandbox.BaseAddress, "/_sandbox/");
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task The_clock_and_the_summary()
    {
        Assert.Equal("""{"data":{"seed":4,"now":"2026-05-08T12:00:00+00:00","frozen":true,"requests":0,"faults_waiting":0}}""", await Send("GET", ""));
        Assert.Contains("2026-05-08T12:00:01.5+00:00", await Send("POST", "clock", """{"advance_seconds":1.5}"""), StringComparison.Ordinal);
        Assert.Equal(Lab.Noon.AddSeconds(1.5), _sandbox.Clock.UtcNow);
    }

    [Fact]
    public async Task Keys_and_faults()
    {
        var key = JsonDocument.Parse(await Send("POST", "keys", """{"environment":"live","permission_preset":"read"}""")).RootElement.GetProperty("data").GetProperty("key").GetString()!;
        Assert.StartsWith("pk_live_", key, StringComparison.Ordinal);
        Assert.StartsWith("{\"data\":{\"key\":\"pk_test_", await Send("POST", "keys", "{}"), StringComparison.Ordinal);
        Assert.Equal(200, await Me(key));
        Assert.Equal(Done, await Send("POST", "faults", """{"kind":"unavailable","count":2}"""));
        Assert.Equal((503, 503, 200), (await Me(key), await Me(key), await Me(key)));
        await Send("POST", "faults", """{"kind":"bad_gateway","operation":"Orders_Create"}""");
        Assert.Equal((200, 1), (await Me(key), _sandbox.Faults.Waiting));
        await Send("POST", "faults", """{"share":1,"kind":"html","after_work":true}""");
        Assert.Equal(502, await Me(key));
        Assert.Equal(Done, await Send("DELETE", "faults"));
        Assert.Equal(200, await Me(key));
        Assert.Contains("\"fault\":\"unavailable\"", await Send("GET", "requests"), StringComparison.Ordinal);
        Assert.Equal(Done, await Send("DELETE", "requests"));
        Assert.Equal("""{"data":[]}""", await Send("GET", "requests"));
        Assert.Equal(Done, await Send("POST", "keys/revoke", JsonSerializer.Serialize(new { key })));
        Assert.Equal(401, await Me(key));
    }

    [Fact]
    public async Task Webhooks()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var view = await Send("PATCH", "webhooks", JsonSerializer.Serialize(new { url = receiver.Url, at_once = 2, duplicate_share = 0.0, delay_up_to_seconds = 0 }));
        Assert.Equal($$$"""{"data":{"url":"{{{receiver.Url.AbsoluteUri}}}","at_once":2,"duplicate_share":0,"delay_up_to_seconds":0,"deliveries":[]}}""", view);
        Assert.Equal(Done, await Send("POST", "webhooks/hold", "{}"));
        var id = JsonDocument.Parse(await Send("POST", "webhooks/trigger", """{"type":"order.completed"}""")).RootElement.GetProperty("data").GetProperty("event_id").GetString()!;
        Assert.Equal(Done, await Send("POST", "webhooks/release", """{"order":"shuffled"}"""));
        Assert.Equal(id, (await receiver.Next()).EventId);
        Assert.Equal(Done, await Send("POST", "webhooks/resend", JsonSerializer.Serialize(new { event_id = id })));
        Assert.Equal(id, (await receiver.Next()).EventId);
        Assert.Contains(id, await Send("GET", "webhooks/events"), StringComparison.Ordinal);
        await _sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(2, JsonDocument.Parse(await Send("GET", "webhooks")).RootElement.GetProperty("data").GetProperty("deliveries").GetArrayLength());
        var secret = JsonDocument.Parse(await Send("POST", "webhooks/rotate", """{"environment":"live"}""")).RootElement.GetProperty("data").GetProperty("secret").GetString();
        Assert.Equal(secret, _sandbox.Webhooks.SecretsOf(KeyEnvironment.Live)[0]);
        Assert.Equal(Done, await Send("POST", "webhooks/retire", """{"environment":"live"}"""));
        Assert.Single(_sandbox.Webhooks.SecretsOf(KeyEnvironment.Live));
    }

    [Fact]
    public async Task A_pending_action_is_resolved()
    {
        await Api(HttpMethod.Post, "orders", Lab.Order("\"google_licenses\":2", "acme-mail.com").Replace("alex@", "action-required@", StringComparison.Ordinal));
        await Send("POST", "clock", """{"advance_seconds":1}""");
        var action = JsonDocument.Parse(await Api(HttpMethod.Get, "orders/pending")).RootElement.GetProperty("data")[0].GetProperty("id").GetString();
        Assert.Equal(Done, await Send("POST", "pending/resolve", JsonSerializer.Serialize(new { id = action })));
        Assert.Equal(("not_found", "id"), await Refused("POST", "pending/resolve", JsonSerializer.Serialize(new { id = action }), 404));
        await Send("POST", "clock", """{"advance_seconds":1}""");
        Assert.Contains("\"completed\"", await Api(HttpMethod.Get, "orders"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_key_and_no_secret_is_shown()
    {
        await Api(HttpMethod.Post, "orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        await Send("POST", "webhooks/trigger", """{"type":"order.completed"}""");
        foreach (var path in new[] { "", "requests", "webhooks", "webhooks/events" })
        {
            var text = await Send("GET", path);
            foreach (var secret in new[] { _sandbox.ApiKey, _sandbox.Webhooks.Secret, _sandbox.Webhooks.SecretsOf(KeyEnvironment.Live)[0], "let-me-in" })
                Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "clock", "{}", null)]
    [InlineData("POST", "clock", """{"advance_seconds":"5"}""", "advance_seconds")]
    [InlineData("POST", "clock", """{"advance_seconds":-5}""", null)]
    [InlineData("POST", "clock", """{"advance_seconds":1e300}""", null)]
    [InlineData("POST", "clock", """{"advance_seconds":5,"minutes":1}""", "minutes")]
    [InlineData("POST", "clock", "[", null)]
    [InlineData("POST", "clock", "", null)]
    [InlineData("POST", "clock", "null", null)]
    [InlineData("POST", "faults", "{}", null)]
    [InlineData("POST", "faults", """{"kind":"explode"}""", "kind")]
    [InlineData("POST", "faults", """{"kind":3}""", "kind")]
    [InlineData("POST", "faults", """{"kind":"drop","count":0}""", null)]
    [InlineData("POST", "faults", """{"kind":"drop","operation":"Orders_Undo"}""", null)]
    [InlineData("POST", "faults", """{"kind":"stall","stall_seconds":1e300}""", null)]
    [InlineData("POST", "faults", """{"share":2}""", null)]
    [InlineData("POST", "keys", """{"environment":"staging"}""", null)]
    [InlineData("POST", "keys", """{"environment":null}""", null)]
    [InlineData("POST", "keys", """{"permission_preset":"admin"}""", null)]
    [InlineData("POST", "keys/revoke", """{"key":null}""", "key")]
    [InlineData("PATCH", "webhooks", """{"url":"/hook"}""", null)]
    [InlineData("PATCH", "webhooks", """{"url":"ftp://a.co"}""", null)]
    [InlineData("PATCH", "webhooks", """{"at_once":0}""", null)]
    [InlineData("PATCH", "webhooks", """{"duplicate_share":2}""", null)]
    [InlineData("PATCH", "webhooks", """{"delay_up_to_seconds":1e99}""", null)]
    [InlineData("POST", "webhooks/trigger", """{"type":"order.created"}""", null)]
    [InlineData("POST", "webhooks/trigger", """{"type":null}""", "type")]
    [InlineData("POST", "webhooks/trigger", """{"type":"order.completed","resource_id":"ord_1"}""", null)]
    [InlineData("POST", "webhooks/trigger", """{"type":"order.completed","environment":"staging"}""", null)]
    [InlineData("POST", "webhooks/resend", """{"event_id":"evt_1"}""", null)]
    [InlineData("POST", "webhooks/rotate", """{"environment":"staging"}""", null)]
    [InlineData("POST", "webhooks/retire", """{"environment":"staging"}""", null)]
    [InlineData("POST", "webhooks/release", """{"order":"sideways"}""", "order")]
    [InlineData("POST", "pending/resolve", """{"id":null}""", "id")]
    public async Task A_slip_of_the_pen_is_an_error(string method, string path, string json, string? field) =>
        Assert.Equal(("invalid_request", field), await Refused(method, path, json, 400));

    [Theory]
    [InlineData("GET", "nothing")]
    [InlineData("GET", "clock")]
    [InlineData("DELETE", "clock")]
    [InlineData("POST", "requests/all")]
    public async Task An_unknown_path_is_told(string method, string path) => Assert.Equal("not_found", (await Refused(method, path, null, 404)).Code);

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData(null, 415)]
    [InlineData("application/json; charset=utf-8", 200)]
    public async Task Json_is_asked_for(string? type, int status)
    {
        foreach (var path in new[] { "clock", "faults", "keys", "webhooks/trigger", "webhooks/rotate" })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(path switch { "clock" => """{"advance_seconds":0}""", "faults" => """{"share":0}""", "webhooks/trigger" => """{"type":"swap.failed"}""", _ => "{}" }));
            if (type is not null) content.Headers.TryAddWithoutValidation("Content-Type", type);
            Assert.Equal((path, status), (path, (int)(await _http.PostAsync(path, content)).StatusCode));
        }
    }

    private const string Done = """{"data":{"done":true}}""";

    private async Task<string> Send(string method, string path, string? json = null)
    {
        using var answer = await Respond(method, path, json);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private async Task<(string Code, string? Field)> Refused(string method, string path, string? json, int status)
    {
        using var answer = await Respond(method, path, json);
        Assert.Equal(status, (int)answer.StatusCode);
        var body = await answer.Content.ReadAsByteArrayAsync();
        SpecificationJudge.Judge("ErrorEnvelope", body);
        var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
        return (error.GetProperty("code").GetString()!, error.TryGetProperty("field", out var field) ? field.GetString() : null);
    }

    private Task<HttpResponseMessage> Respond(string method, string path, string? json) =>
        _http.SendAsync(new(new(method), path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") });

    private async Task<string> Api(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_sandbox.BaseAddress, path)) { Headers = { Authorization = new("Bearer", _sandbox.ApiKey) }, Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        return await (await _http.SendAsync(request)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }

    private async Task<int> Me(string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.BaseAddress, "me")) { Headers = { Authorization = new("Bearer", key) } };
        return (int)(await _http.SendAsync(request)).StatusCode;
    }
}
