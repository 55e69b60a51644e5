using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests;

public sealed class DomainTests
{
    [Theory]
    [InlineData("taken-name.com", "taken")]
    [InlineData("premium-name.com", "premium")]
    [InlineData("invalid-name.com", "invalid")]
    [InlineData("errored-name.com", "errored")]
    [InlineData("mail.acme.com", "invalid")]
    [InlineData("acme", "invalid")]
    [InlineData("", "invalid")]
    [InlineData("acme.co.uk", null)]
    [InlineData("mail.acme.co.uk", "invalid")]
    [InlineData("co.uk", "invalid")]
    public async Task Availability_follows_the_name(string name, string? reason)
    {
        await using var lab = await Lab.StartAsync();
        var row = (await lab.Post("domains/availability", JsonSerializer.Serialize(new { domains = new[] { name } }))).Is(HttpStatusCode.OK).Data.GetProperty("domains")[0];
        Assert.Equal(reason is null, row.GetProperty("available").GetBoolean());
        Assert.Equal(reason, row.TryGetProperty("reason", out var why) ? why.GetString() : null);
        Assert.Equal(reason is null, row.TryGetProperty("usable_for", out _));
    }

    [Theory]
    [InlineData("domains/availability", 50, 200)]
    [InlineData("domains/availability", 51, 400)]
    [InlineData("domains/import", 25, 200)]
    [InlineData("domains/import", 26, 400)]
    [InlineData("domains/import/jobs", 500, 202)]
    [InlineData("domains/import/jobs", 501, 400)]
    [InlineData("domains/availability", 0, 400)]
    public async Task Limits(string path, int count, int status)
    {
        await using var lab = await Lab.StartAsync();
        var answer = await lab.Post(path, JsonSerializer.Serialize(new { domains = Enumerable.Range(0, count).Select(index => $"acme-{index}.com") }));
        Assert.Equal(status, answer.Status);
        if (status == 400) Assert.Equal("domains", answer.Field);
    }

    [Fact]
    public async Task An_import_names_the_failures_and_fills_the_inventory()
    {
        await using var lab = await Lab.StartAsync();
        var job = (await lab.Post("domains/import", """{"domains":["acme-mail.com","import-fails.com","mail.acme.com","google-only-acme.com"]}""")).Is(HttpStatusCode.OK);
        Assert.Equal("completed", job.Data.GetProperty("status").GetString());
        Assert.Equal(["import-fails.com", "mail.acme.com"], job.Data.GetProperty("failed").EnumerateArray().Select(row => row.GetProperty("domain").GetString()).Order());
        Assert.Equal(job.Data.GetRawText(), (await lab.Get($"domains/import/{job.Id}")).Data.GetRawText());
        Assert.Equal(job.Id, (await lab.Get("domains/import?domains=acme-mail.com,google-only-acme.com")).Id);
        var rows = (await lab.Get("domains?category=inventory&status=available")).Data.EnumerateArray().ToList();
        Assert.Equal(["google-only-acme.com", "acme-mail.com"], rows.Select(row => row.GetProperty("domain").GetString()));
        Assert.All(rows, row => Assert.Equal("{id,domain,category,status,usable_for[],created_at}", Answer.ShapeOf(row)));
        Assert.Equal(1, (await lab.Get("domains?usable_for=microsoft")).Data.GetArrayLength());
        Assert.Equal(0, (await lab.Get("domains?category=connected")).Data.GetArrayLength());
    }

    [Fact]
    public async Task An_import_that_fails_whole_is_failed()
    {
        await using var lab = await Lab.StartAsync();
        Assert.Equal("failed", (await lab.Post("domains/import", """{"domains":["import-fails.com"]}""")).Is(HttpStatusCode.OK).Data.GetProperty("status").GetString());
    }

    [Fact]
    public async Task The_same_set_is_the_same_job()
    {
        await using var lab = await Lab.StartAsync();
        var first = (await lab.Post("domains/import/jobs", """{"domains":["a-acme.com","b-acme.com"]}""")).Is(HttpStatusCode.Accepted);
        var again = (await lab.Post("domains/import/jobs", """{"domains":["B-acme.com","a-acme.com","b-acme.com."]}""")).Is(HttpStatusCode.Accepted);
        var other = (await lab.Post("domains/import/jobs", """{"domains":["a-acme.com"]}""")).Is(HttpStatusCode.Accepted);
        Assert.Equal("in_progress", first.Data.GetProperty("status").GetString());
        Assert.Equal(first.Id, again.Id);
        Assert.NotEqual(first.Id, other.Id);
        (await lab.Get($"domains/import/jobs/{first.Id}")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_connected_domain_says_whose_it_is()
    {
        await using var lab = await Lab.StartAsync();
        var order = await lab.Post("orders", Lab.Order("\"google_licenses\":2", "acme-mail.com"));
        var row = Assert.Single((await lab.Get("domains?category=connected&user_email=alex@acme.com")).Data.EnumerateArray());
        Assert.Equal("{id,domain,category,status,provider,user_id,order_id,usable_for[],forwarding_url,created_at}", Answer.ShapeOf(row));
        Assert.Equal((order.Id, "https://acme.com", "google"), (row.GetProperty("order_id").GetString(), row.GetProperty("forwarding_url").GetString(), row.GetProperty("provider").GetString()));
    }

    [Fact]
    public async Task Forwarding_takes_ids_and_names()
    {
        await using var lab = await Lab.StartAsync();
        await lab.Post("orders", Lab.Order("\"google_licenses\":4", "acme-mail.com", "team-acme.com"));
        var id = (await lab.Get("domains")).Data[0].GetProperty("id").GetString();
        var job = (await lab.Post("domains/forwarding", $$"""{"domains":["{{id}}","acme-mail.com"],"forwarding_url":"https://acme.com/welcome"}""")).Is(HttpStatusCode.Accepted);
        (await lab.Get($"domains/forwarding/{job.Id}")).Is(HttpStatusCode.OK);
        (await lab.Post("domains/forwarding", """{"domains":["unknown.com"],"forwarding_url":"https://acme.com"}""")).Refuses(404, "not_found", "domains[0]");
    }
}
