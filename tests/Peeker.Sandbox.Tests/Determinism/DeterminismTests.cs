using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Determinism;

public sealed class DeterminismTests
{
    [Fact]
    public async Task The_same_seed_and_the_same_calls_give_the_same_bytes()
    {
        var (first, second, other) = (await Transcript(1), await Transcript(1), await Transcript(2));
        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task Sixteen_at_once_leave_the_same_behind_each_time()
    {
        var (first, second) = (await Crowd(), await Crowd());
        Assert.Equal(first, second);
        Assert.True(first.Count > 16 * 10);
    }

    private static async Task<string> Transcript(int seed)
    {
        var mailbox = new Mailbox(number => number % 5 == 0 ? HttpStatusCode.InternalServerError : HttpStatusCode.NoContent);
        await using var sandbox = PeekerSandbox.Create(new() { Seed = seed, FrozenAt = Lab.Noon, WebhookUrl = Mailbox.Address, WebhookHandler = mailbox });
        using var script = new Script(sandbox, mailbox);
        var text = await script.Run();
        Assert.True(script.Calls >= 150, $"{script.Calls} calls");
        Assert.Empty(SpecificationJudge.OperationIds.Except(script.Operations));
        Assert.True(mailbox.Letters.Count > 100, $"{mailbox.Letters.Count} deliveries");
        return text;
    }

    private static async Task<List<string>> Crowd()
    {
        var mailbox = new Mailbox();
        await using var lab = Lab.InProcess(new() { Seed = 3, FrozenAt = Lab.Noon, RateLimit = null, WebhookUrl = Mailbox.Address, WebhookHandler = mailbox });
        lab.Sandbox.Webhooks.AtOnce = 4;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            var bundle = (await lab.Post("bundles", $$"""{"name":"Of {{number}}","monthly_sending_volume":1000}""")).Is(HttpStatusCode.Created).Id;
            await lab.Post("domains/import", $$"""{"domains":["mine-{{number}}.com"]}""");
            await lab.Post("domains/import/jobs", $$"""{"domains":["later-{{number}}.com"]}""");
            var order = Lab.Order($"\"bundle_id\":\"{bundle}\"", $"mine-{number}.com", $"new-{number}.com").Replace("alex@", $"alex-{number}@", StringComparison.Ordinal);
            for (var again = 0; again < 3; again++) (await lab.Post("orders", order)).Is(HttpStatusCode.OK);
            await lab.Post("domains/forwarding", $$"""{"domains":["new-{{number}}.com"],"forwarding_url":"https://acme.com/{{number}}"}""");
        })));
        await lab.Sandbox.Clock.AdvanceAsync(TimeSpan.FromSeconds(2));
        var rows = new List<string>();
        foreach (var path in new[] { "bundles", "users", "domains", "orders", "swaps" })
            rows.AddRange((await lab.Get(path + "?per_page=100")).Data.EnumerateArray().Select(row => row.GetRawText()));
        foreach (var id in rows.Select(row => JsonDocument.Parse(row).RootElement.GetProperty("id").GetString()!).Where(id => id.StartsWith("ord_", StringComparison.Ordinal)).ToList())
            rows.Add((await lab.Get($"orders/{id}")).Data.GetRawText());
        rows.AddRange(mailbox.Letters.Select(letter => letter.Whole));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }
}
