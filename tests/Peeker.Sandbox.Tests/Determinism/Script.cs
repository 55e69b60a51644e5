using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Determinism;

/// <summary>A long, fixed conversation over every operation, with mistakes and faults in it, written down whole.</summary>
internal sealed class Script(PeekerSandbox sandbox, Mailbox mailbox) : IDisposable
{
    private readonly HttpClient _http = new(sandbox.CreateHandler()) { BaseAddress = sandbox.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", sandbox.ApiKey) } };
    private readonly StringBuilder _text = new();

    public int Calls { get; private set; }

    public HashSet<string> Operations => [.. sandbox.Requests.All.Select(request => request.Operation).OfType<string>()];

    public async Task<string> Run()
    {
        for (var round = 0; round < 6; round++) await Round(round);
        await Call("GET", "nothing");
        await Call("PUT", "bundles", "{}");
        sandbox.Faults.Share(0.3, new(FaultKind.InternalError), new(FaultKind.RateLimited), new(FaultKind.Drop) { AfterWork = true }, new(FaultKind.Html), new(FaultKind.Truncate));
        for (var index = 0; index < 40; index++) await Call("POST", "bundles", $$"""{"name":"Shared {{index % 7}}","monthly_sending_volume":{{index + 1}}}""");
        sandbox.Faults.Clear();
        foreach (var path in new[] { "bundles", "users", "domains", "orders", "orders/pending?status=resolved", "swaps" }) await Call("GET", path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "per_page=100");
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(40));
        foreach (var letter in mailbox.Letters) _text.AppendLine(letter.Whole);
        foreach (var delivery in sandbox.Webhooks.Deliveries) _text.AppendLine(delivery.ToString());
        foreach (var request in sandbox.Requests.All) _text.AppendLine(CultureInfo.InvariantCulture, $"{request} {request.RequestId} {request.At:O} {request.Fault}");
        return _text.ToString();
    }

    private async Task Round(int round)
    {
        await Call("GET", "me");
        var bundle = Id(await Call("POST", "bundles", """{"name":"Two","monthly_sending_volume":1000}"""));
        await Call("GET", $"bundles/{bundle}");
        await Call("PATCH", $"bundles/{bundle}", $$"""{"name":"Two of {{round}}"}""");
        var user = Id(await Call("POST", "users", $$"""{"email":"kim-{{round}}@acme.com","sequencer":{"provider":"smartlead","client_id":null} }"""));
        await Call("POST", "users", $$"""{"email":"kim-{{round}}@acme.com","sequencer":{"provider":"smartlead"} }""");
        await Call("GET", $"users/{user}");
        await Call("PATCH", $"users/{user}", """{"first_name":"Kim"}""");
        await Call("POST", "domains/availability", """{"domains":["acme-mail.com","taken-name.com","x"]}""");
        await Call("POST", "domains/import", $$"""{"domains":["mine-{{round}}.com","import-fails-{{round}}.com"]}""");
        await Call("GET", $"domains/import/{Id(await Call("GET", $"domains/import?domains=mine-{round}.com"))}");
        await Call("GET", $"domains/import/jobs/{Id(await Call("POST", "domains/import/jobs", $$"""{"domains":["later-{{round}}.com","import-waits-{{round}}.com"]}"""))}");
        var order = Id(await Call("POST", "orders", Order(round, $"\"bundle_id\":\"{bundle}\"", $"mine-{round}.com", $"new-{round}.com")));
        await Call("POST", "orders", Order(round, $"\"bundle_id\":\"{bundle}\"", $"mine-{round}.com", $"new-{round}.com"));
        await Call("POST", "orders", Order(round, "\"google_licenses\":2", "one.com", "two.com"));
        sandbox.Faults.Next(FaultKind.Drop, afterWork: round % 2 == 0);
        for (var attempt = 0; attempt < 2; attempt++) await Call("POST", "orders", Order(round, "\"google_licenses\":2", $"dropped-{round}.com").Replace("kim-", "action-required-", StringComparison.Ordinal));
        await Call("GET", "orders?per_page=2");
        sandbox.Webhooks.DuplicateShare = 0.5;
        sandbox.Webhooks.DelayUpTo = TimeSpan.FromMinutes(round);
        if (round == 3) sandbox.Webhooks.RotateSecret();
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromMilliseconds(1500));
        await Call("GET", $"orders/{order}");
        await Call("GET", "orders/pending");
        var domain = Id((await Call("GET", $"domains?category=connected&user_email=kim-{round}@acme.com")) is { ValueKind: JsonValueKind.Array } rows ? rows[0] : default);
        await Call("GET", $"domains/forwarding/{Id(await Call("POST", "domains/forwarding", $$"""{"domains":["{{domain}}"],"forwarding_url":"https://acme.com/{{round}}"}"""))}");
        await Call("GET", $"swaps/{Id(await Call("POST", "swaps", $$"""{"type":"standard","domain_id":"{{domain}}","replacement_domain":"swapped-{{round}}.com"}"""))}");
        sandbox.Webhooks.Hold();
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromHours(2 + round));
        sandbox.Webhooks.Release(WebhookOrder.Shuffled);
        domain = Id((await Call("GET", $"domains?category=connected&user_email=kim-{round}@acme.com")) is { ValueKind: JsonValueKind.Array } later ? later[0] : default);
        await Call("POST", "swaps/user_names", $$"""{"domain_id":"{{domain}}","personas":[{"first_name":"Kim","last_name":"Ode","profile_picture_url":""}]}""");
        sandbox.Webhooks.Trigger(new("swap.failed"));
        await sandbox.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await Call("POST", $"orders/{order}/cancel", round % 2 == 0 ? null : $$"""{"domains":["new-{{round}}.com"]}""");
        await Call("GET", "swaps");
        await Call("DELETE", $"bundles/{bundle}");
        await Call("DELETE", $"users/{user}");
        await Call("GET", "users?status=deleted");
    }

    private async Task<JsonElement> Call(string method, string path, string? json = null)
    {
        Calls++;
        _text.AppendLine(CultureInfo.InvariantCulture, $"> {method} {path}");
        try
        {
            using var request = new HttpRequestMessage(new(method), path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
            using var answer = await _http.SendAsync(request);
            var body = await answer.Content.ReadAsByteArrayAsync();
            _text.AppendLine(CultureInfo.InvariantCulture, $"< {(int)answer.StatusCode}");
            foreach (var header in answer.Headers.Concat(answer.Content.Headers)) _text.AppendLine(CultureInfo.InvariantCulture, $"{header.Key}: {string.Join(" | ", header.Value)}");
            _text.AppendLine(Encoding.UTF8.GetString(body));
            return answer.StatusCode < HttpStatusCode.BadRequest ? JsonDocument.Parse(body).RootElement.GetProperty("data") : default;
        }
        catch (HttpRequestException broken)
        {
            _text.AppendLine(CultureInfo.InvariantCulture, $"< {broken.HttpRequestError}");
            return default;
        }
    }

    private static string Order(int round, string shape, params string[] domains) => Lab.Order(shape, domains).Replace("alex@", $"kim-{round}@", StringComparison.Ordinal);

    private static string Id(JsonElement data) => data.ValueKind == JsonValueKind.Object ? data.GetProperty("id").GetString()! : "none";

    public void Dispose() => _http.Dispose();
}
