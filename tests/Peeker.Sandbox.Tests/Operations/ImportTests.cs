using System.Net;

namespace Peeker.Sandbox.Tests.Operations;

public sealed class ImportTests
{
    [Fact]
    public async Task A_job_runs_in_the_background()
    {
        await using var lab = await Steps.AtNoon();
        var job = (await lab.Post("domains/import/jobs", """{"domains":["One-Acme.com.","import-fails.com"]}""")).Is(HttpStatusCode.Accepted);
        Assert.Equal("{data{id,status,nameserver_groups[],failed[],created_at}}", job.Shape);
        await lab.Pass(Steps.Done - Steps.Moment);
        Assert.Equal("in_progress", await lab.Status($"domains/import/jobs/{job.Id}"));
        Assert.Empty(await lab.Rows("domains"));
        await lab.Pass(Steps.Moment);
        var done = (await lab.Get($"domains/import/jobs/{job.Id}")).Data;
        Assert.Equal(("completed", "one-acme.com"), (done.GetProperty("status").GetString(), done.GetProperty("nameserver_groups")[0].GetProperty("domains")[0].GetString()));
        Assert.Equal("""[{"domain":"import-fails.com","reason":"errored"}]""", done.GetProperty("failed").GetRawText());
        Assert.Equal(["one-acme.com"], await lab.Rows("domains?category=inventory", "domain"));
        Assert.Equal(["domain_import.completed"], lab.Told());
    }

    [Fact]
    public async Task A_job_without_a_success_fails()
    {
        await using var lab = await Steps.AtNoon();
        var job = await lab.Post("domains/import/jobs", """{"domains":["import-fails.com","mail.acme.com"]}""");
        await lab.Pass(Steps.Done);
        Assert.Equal("failed", await lab.Status($"domains/import/jobs/{job.Id}"));
        Assert.Equal(["domain_import.failed"], lab.Told());
    }

    [Fact]
    public async Task A_domain_may_wait_for_its_nameservers_for_an_hour()
    {
        await using var lab = await Steps.AtNoon();
        var job = (await lab.Post("domains/import", """{"domains":["one-acme.com","import-waits.com"]}""")).Is(HttpStatusCode.OK);
        Assert.Equal("action_required", job.Text("status"));
        Assert.Equal(2, job.Data.GetProperty("nameserver_groups")[0].GetProperty("domains").GetArrayLength());
        Assert.Equal(["domain_import.action_required", "domain.action_required"], lab.Told());
        await lab.Pass(TimeSpan.FromHours(1) - Steps.Moment);
        Assert.Equal(["one-acme.com"], await lab.Rows("domains", "domain"));
        await lab.Pass(Steps.Moment);
        Assert.Equal("completed", await lab.Status($"domains/import/{job.Id}"));
        Assert.Equal(["import-waits.com", "one-acme.com"], await lab.Rows("domains", "domain"));
        Assert.Equal("domain_import.completed", lab.Told()[^1]);
    }

    [Fact]
    public async Task Live_imports_may_be_busy_for_twelve_seconds_and_jobs_are_not()
    {
        await using var lab = await Steps.AtNoon();
        const string body = """{"domains":["import-busy.com","one-acme.com"]}""";
        var busy = await lab.Post("domains/import", body);
        busy.Refuses(429, "rate_limited", null);
        Assert.Equal("""{"retry_after_seconds":12,"reason":"cloudflare_account_capacity"}""", busy.Details.GetRawText());
        (await lab.Post("domains/import/jobs", """{"domains":["import-busy.com"]}""")).Is(HttpStatusCode.Accepted);
        await lab.Pass(TimeSpan.FromSeconds(12) - Steps.Moment);
        Assert.Equal(1, (await lab.Post("domains/import", body)).Details.GetProperty("retry_after_seconds").GetInt32());
        await lab.Pass(Steps.Moment);
        (await lab.Post("domains/import", body)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_repeated_job_is_answered_as_it_is_by_now()
    {
        await using var lab = await Steps.AtNoon();
        var first = await lab.Post("domains/import/jobs", """{"domains":["one-acme.com","two-acme.com"]}""");
        await lab.Pass(Steps.Done);
        var again = (await lab.Post("domains/import/jobs", """{"domains":["TWO-acme.com","one-acme.com","one-acme.com"]}""")).Is(HttpStatusCode.Accepted);
        Assert.Equal((first.Id, "completed"), (again.Id, again.Text("status")));
        await lab.Pass(1);
        Assert.Single(lab.Told());
    }

    [Fact]
    public async Task A_lost_job_is_found_by_its_domains()
    {
        await using var lab = await Steps.AtNoon();
        var old = await lab.Post("domains/import", """{"domains":["one-acme.com","two-acme.com"]}""");
        var job = await lab.Post("domains/import/jobs", """{"domains":["two-acme.com","three-acme.com"]}""");
        Assert.Equal(old.Id, (await lab.Get("domains/import?domains=Two-Acme.com,one-acme.com")).Is(HttpStatusCode.OK).Id);
        Assert.Equal(job.Id, (await lab.Get("domains/import?domains=two-acme.com")).Is(HttpStatusCode.OK).Id);
        Assert.Equal(job.Id, (await lab.Get("domains/import?domains=two-acme.com&domains=three-acme.com")).Is(HttpStatusCode.OK).Id);
        (await lab.Get("domains/import?domains=one-acme.com,three-acme.com")).Refuses(404, "not_found", null);
    }

    [Fact]
    public async Task A_domain_that_is_there_is_not_imported_twice()
    {
        await using var lab = await Steps.AtNoon();
        foreach (var _ in new[] { 1, 2 }) Assert.Equal("completed", (await lab.Post("domains/import", """{"domains":["one-acme.com"]}""")).Text("status"));
        Assert.Single(await lab.Rows("domains"));
    }
}
