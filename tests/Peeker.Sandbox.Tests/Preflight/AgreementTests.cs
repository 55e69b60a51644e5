using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit.Abstractions;

namespace Peeker.Sandbox.Tests.Preflight;

/// <summary>Two that share no rule's code, the preflight and the sandbox's server, find the same fault first.</summary>
public sealed class AgreementTests(ITestOutputHelper output)
{
    private const int Seed = 20260508;

    /// <summary>How many is told by the variable PEEKER_ORDERS.</summary>
    [Fact]
    public async Task The_first_violation_is_the_error_of_the_server()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PEEKER_ORDERS"), CultureInfo.InvariantCulture, out var told) ? told : 4_000;
        await using var sandbox = PeekerSandbox.Create(new() { RateLimit = null, Seed = 1 });
        using var handler = sandbox.CreateHandler();
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = handler, RequestsPerMinute = null });
        using var http = new HttpClient(handler, disposeHandler: false) { BaseAddress = new("https://api.peeker.ai/partner/v1/") };
        http.DefaultRequestHeaders.Authorization = new("Bearer", sandbox.ApiKey);
        var bundles = await BundlesAsync(peeker);
        var user = await peeker.Users.CreateAsync(new() { Email = "known@shop.example", Sequencer = new() { Provider = SequencerProvider.Smartlead } });
        var (hits, good, disagreements) = (new Dictionary<PreflightRule, int>(), 0, new List<string>());
        for (var number = 0; number < count; number++)
        {
            var order = DrawnOrder.Of(Seed, number, bundles, user.Id);
            var context = new OrderContext { Bundle = order.Bundle, OwnDomains = [], Rows = await RowsAsync(peeker, order) };
            using var body = JsonDocument.Parse(order.Body.ToJsonString());
            var report = OrderPreflight.Check(body.RootElement, order.Body["bundle_id"]?.ToString() == order.Bundle?.Id ? context : new() { OwnDomains = context.OwnDomains, Rows = context.Rows });
            var mine = report.Violations.Count == 0 ? "200" : $"{report.Violations[0].Code.Value} at {report.Violations[0].Field}";
            var servers = await SendAsync(http, order.Body.ToJsonString());
            if (mine == "200") good++;
            else hits[report.Violations[0].Rule] = hits.GetValueOrDefault(report.Violations[0].Rule) + 1;
            if (mine != servers) disagreements.Add($"{number}: preflight {mine}, server {servers}: {order.Body.ToJsonString()}");
        }

        output.WriteLine($"{count} orders, {good} good; first violations: {string.Join(", ", hits.OrderBy(hit => hit.Key).Select(hit => $"{hit.Key} {hit.Value}"))}");
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} disagreements:\n{string.Join('\n', disagreements.Take(5))}");
        Assert.InRange(good, count / 10, count / 2);
        Assert.All(Enum.GetValues<PreflightRule>().Except([PreflightRule.BundleId, PreflightRule.DomainFree]), rule => Assert.True(hits.GetValueOrDefault(rule) >= count / 500, $"{rule} was hit {hits.GetValueOrDefault(rule)} times."));
    }

    private static async Task<IReadOnlyList<Bundle>> BundlesAsync(PeekerClient peeker)
    {
        var bundles = new List<Bundle>();
        foreach (var (volume, google) in ((long, int)[])[(500, 100), (500, 0), (1_000, 50), (3_000, 60), (8_000, 40)])
            bundles.Add(await peeker.Bundles.CreateAsync(new() { Name = "n", MonthlySendingVolume = volume, GooglePercent = google, MicrosoftPercent = 100 - google }));

        // A bundle that was ordered from is archived when it is deleted.
        var used = await peeker.Bundles.CreateAsync(new() { Name = "old", MonthlySendingVolume = 100, GooglePercent = 100, MicrosoftPercent = 0 });
        await peeker.Orders.CreateAsync(new BundleOrder
        {
            User = "first@shop.example",
            BundleId = used.Id,
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@shop.example", LoginPassword = "a-dedicated-login" },
            Domains = ["first-of-all.com"],
            Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
        });
        await peeker.Bundles.DeleteAsync(used.Id);
        bundles.Add(await peeker.Bundles.GetAsync(used.Id));
        Assert.Equal(BundleStatus.Archived, bundles[^1].Status);
        return bundles;
    }

    private static async Task<IReadOnlyList<AvailabilityRow>> RowsAsync(PeekerClient peeker, DrawnOrder order) =>
        order.Names().Distinct().ToList() is { Count: > 0 } names ? (await peeker.Domains.CheckAvailabilityAsync(new() { Domains = names })).Domains : [];

    private static async Task<string> SendAsync(HttpClient http, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri("orders", UriKind.Relative), content);
        if (response.StatusCode == HttpStatusCode.OK) return "200";
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var error = answer.RootElement.GetProperty("error");
        return $"{error.GetProperty("code").GetString()} at {(error.TryGetProperty("field", out var field) ? field.GetString() : null)}";
    }
}
