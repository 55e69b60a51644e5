using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>Each curl line of docs/sandbox.md that steers the sandbox, sent to one on a port.</summary>
public sealed class ControlSurfaceTests
{
    private static readonly string[] CurlLines =
        [.. GuidePage.CodeBlocks("sh").SelectMany(block => block.Split('\n')).Where(line => line.Contains("/_sandbox", StringComparison.Ordinal))];

    public static TheoryData<string> Lines => [.. CurlLines];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_line_is_answered_with_200(string line)
    {
        await using var sandbox = await PeekerSandbox.StartAsync(new() { FrozenAt = Lab.Noon, Seed = 1 });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress });
        await peeker.Orders.CreateAsync(JsonSerializer.Deserialize<OrderRequest>(Lab.Order("\"google_licenses\":2", "acme-mail.com").Replace("alex@", "action-required@", StringComparison.Ordinal))!);
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        line = line.Replace("evt_…", sandbox.Webhooks.Events[0].Id, StringComparison.Ordinal)
            .Replace("pk_test_…", sandbox.ApiKey, StringComparison.Ordinal)
            .Replace("act_…", Assert.Single((await peeker.Orders.ListPendingActionsPageAsync()).Data).Id, StringComparison.Ordinal);

        var (method, path, json) = Read(line);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(sandbox.BaseAddress, path)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, body);
        Assert.True(JsonDocument.Parse(body).RootElement.TryGetProperty("data", out _));
    }

    [Fact]
    public void Every_path_has_a_line_and_a_row()
    {
        var code = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "src/Peeker.Sandbox/Control/ControlApi.cs"));
        var paths = Regex.Matches(code, "case \\(\"([A-Z]+)\", \"(/[^\"]*|)\"").Select(found => $"{found.Groups[1].Value} /_sandbox{found.Groups[2].Value}").Order().ToList();
        Assert.True(paths.Count >= 15, string.Join(", ", paths));
        Assert.Equal(paths, CurlLines.Select(Read).Select(call => $"{call.Method} {call.Path}").Distinct().Order());
        Assert.Equal(paths, GuidePage.Table("The control surface").Select(row => GuidePage.Code(row[0]).Single()).Order());
    }

    [Theory]
    [InlineData("clock", """{"advance_seconds":1e300}""", 400, null)]
    [InlineData("clock", """{"advance_seconds":-1}""", 400, null)]
    [InlineData("clock", """{"advance":1}""", 400, null)]
    [InlineData("faults", """{"kind":"stall","stall_seconds":1e300}""", 400, null)]
    [InlineData("faults", "{}", 400, null)]
    [InlineData("webhooks/trigger", """{"type":"order.lost"}""", 400, null)]
    [InlineData("webhooks/trigger", """{"type":"order.completed","environment":"lvie"}""", 400, null)]
    [InlineData("webhooks/rotate", """{"environment":"lvie"}""", 400, null)]
    [InlineData("webhooks/resend", """{"event_id":"evt_none"}""", 400, null)]
    [InlineData("pending/resolve", """{"id":"act_none"}""", 404, "id")]
    [InlineData("keys/revoke", """{"key":"pk_test_none"}""", 404, "key")]
    [InlineData("nothing", "{}", 404, null)]
    public async Task What_does_not_fit_is_refused(string path, string json, int status, string? field)
    {
        await using var sandbox = await PeekerSandbox.StartAsync(new() { FrozenAt = Lab.Noon });
        using var http = new HttpClient();
        var response = await http.PostAsync(new Uri(sandbox.BaseAddress, $"/_sandbox/{path}"), new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)response.StatusCode);
        var error = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error");
        Assert.Equal(status == 404 ? "not_found" : "invalid_request", error.GetProperty("code").GetString());
        if (field is not null) Assert.Equal(field, error.GetProperty("field").GetString());
    }

    [Fact]
    public async Task Another_media_type_is_refused()
    {
        await using var sandbox = await PeekerSandbox.StartAsync();
        using var http = new HttpClient();
        var response = await http.PostAsync(new Uri(sandbox.BaseAddress, "/_sandbox/clock"), new StringContent("""{"advance_seconds":1}""", Encoding.UTF8, "text/plain"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    private static (HttpMethod Method, string Path, string? Json) Read(string line)
    {
        var json = Regex.Match(line, "--json '([^']*)'");
        var named = Regex.Match(line, "-X ([A-Z]+)");
        var method = named.Success ? new HttpMethod(named.Groups[1].Value) : json.Success ? HttpMethod.Post : HttpMethod.Get;
        return (method, Regex.Match(line, "\\$S(/_sandbox[a-z/]*)").Groups[1].Value, json.Success ? json.Groups[1].Value : null);
    }
}
