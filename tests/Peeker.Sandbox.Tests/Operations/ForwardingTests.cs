using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class ForwardingTests
{
    [Theory]
    [InlineData("https://dns-fails.com", "dns_lookup_failed")]
    [InlineData("https://unreachable.acme.com", "target_unreachable")]
    [InlineData("https://acme.com/invalid-target", "invalid_target")]
    public async Task An_address_may_ask_for_a_failure(string url, string reason)
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":2", "one-acme.com");
        var job = await Set(lab, url, "one-acme.com");
        await lab.Pass(Steps.Done);
        var done = (await lab.Get($"domains/forwarding/{job.Id}")).Data;
        Assert.Equal(("failed", 0, 1), Counts(done));
        Assert.Equal($$"""[{"domain":"one-acme.com","reason":"{{reason}}"}]""", done.GetProperty("failed").GetRawText());
        Assert.Equal(["https://acme.com"], await lab.Rows("domains", "forwarding_url"));
        Assert.Equal(["domain.forwarding_failed"], lab.Told("domain.forwarding"));
    }

    [Fact]
    public async Task A_change_is_applied_after_a_while()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":4", "one-acme.com", "two-acme.com");
        var job = await Set(lab, "https://acme.com/new", await lab.IdOf("one-acme.com"), "ONE-acme.com.", "two-acme.com");
        Assert.Equal(("in_progress", 0, 0), Counts(job.Data));
        Assert.False(job.Data.TryGetProperty("completed_at", out _));
        await lab.Pass(Steps.Done - Steps.Moment);
        Assert.Equal("in_progress", await lab.Status($"domains/forwarding/{job.Id}"));
        Assert.Equal(["https://acme.com", "https://acme.com"], await lab.Rows("domains", "forwarding_url"));
        await lab.Pass(Steps.Moment);
        var done = await lab.Get($"domains/forwarding/{job.Id}");
        Assert.Equal(("completed", 2, 0), Counts(done.Data));
        Assert.Equal("2026-05-08T12:00:02Z", done.Text("completed_at"));
        Assert.Equal(["https://acme.com/new", "https://acme.com/new"], await lab.Rows("domains", "forwarding_url"));
        Assert.Equal(["domain.forwarding_updated"], lab.Told("domain.forwarding"));
    }

    [Fact]
    public async Task A_job_may_succeed_in_part()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":4", "one-acme.com", "forward-fails.com");
        var job = await Set(lab, "https://acme.com/new", "one-acme.com", "forward-fails.com");
        await lab.Pass(Steps.Done);
        var done = (await lab.Get($"domains/forwarding/{job.Id}")).Data;
        Assert.Equal(("partial_success", 1, 1), Counts(done));
        Assert.Equal("""["one-acme.com"]""", done.GetProperty("completed").GetRawText());
        Assert.Equal("""[{"domain":"forward-fails.com","reason":"dns_lookup_failed"}]""", done.GetProperty("failed").GetRawText());
    }

    [Fact]
    public async Task A_domain_on_the_address_already_counts_as_completed_at_once()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":4", "one-acme.com", "forward-fails.com");
        var job = await Set(lab, "https://acme.com", "one-acme.com", "forward-fails.com");
        Assert.Equal(("in_progress", 2, 0), Counts(job.Data));
        await lab.Pass(Steps.Done);
        Assert.Equal(("completed", 2, 0), Counts((await lab.Get($"domains/forwarding/{job.Id}")).Data));
    }

    [Fact]
    public async Task One_unknown_domain_stops_the_whole_call()
    {
        await using var lab = await Steps.AtNoon();
        await lab.Complete("\"google_licenses\":2", "one-acme.com");
        (await lab.Post("domains/forwarding", """{"domains":["one-acme.com","two-acme.com"],"forwarding_url":"https://acme.com/new"}""")).Refuses(404, "not_found", "domains[1]");
        await lab.Pass(Steps.Done);
        Assert.Equal(["https://acme.com"], await lab.Rows("domains", "forwarding_url"));
    }

    private static async Task<Answer> Set(Lab lab, string url, params string[] domains) =>
        (await lab.Post("domains/forwarding", JsonSerializer.Serialize(new { domains, forwarding_url = url }))).Is(HttpStatusCode.Accepted);

    private static (string? Status, int Completed, int Failed) Counts(JsonElement job) =>
        (job.GetProperty("status").GetString(), job.GetProperty("completed_count").GetInt32(), job.GetProperty("failed_count").GetInt32());
}
