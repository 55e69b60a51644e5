namespace Peeker.Sandbox.Tests.Clients;

/// <summary>Runs of the client over many domains, against a sandbox that misbehaves.</summary>
public sealed class BulkTests
{
    [Fact]
    public async Task Rows_are_right_and_none_is_missing_while_a_third_of_the_requests_fail()
    {
        await using var sandbox = PeekerSandbox.Create(new() { Seed = 11, RateLimit = null });
        sandbox.Faults.Share(0.3, new(FaultKind.Unavailable), new(FaultKind.Drop), new(FaultKind.Truncate), new(FaultKind.Html));
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), MaxRetries = 0, RequestsPerMinute = null });
        var (rows, errors, next) = (0, 0, 0);
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(10_000), new() { InInputOrder = true }))
        {
            Assert.Equal(NameOf(next++), outcome.Domain);
            Assert.True(outcome.Row is null != outcome.Error is null);
            if (outcome.Row is not { } row)
            {
                errors++;
                continue;
            }

            rows++;
            Assert.Equal(outcome.Domain, row.Domain);
            Assert.Equal(!outcome.Domain.StartsWith("taken", StringComparison.Ordinal), row.Available);
        }

        Assert.Equal(10_000, rows + errors);
        Assert.Equal(50 * sandbox.Requests.All.Count(request => request.Fault is not null), errors);
        Assert.InRange(errors, 1500, 4500);
    }

    [Fact]
    public async Task Repeats_of_the_client_make_the_failures_good()
    {
        await using var sandbox = PeekerSandbox.Create(new() { RateLimit = null });
        sandbox.Faults.Next(1, new(FaultKind.Unavailable));
        sandbox.Faults.Next(1, new(FaultKind.Drop) { AfterWork = true });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), RequestsPerMinute = null });
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(500))) Assert.NotNull(outcome.Row);
        Assert.Equal(12, sandbox.Requests.All.Count);
    }

    [Fact]
    public async Task A_key_that_is_revoked_on_the_way_ends_the_run()
    {
        await using var sandbox = PeekerSandbox.Create(new() { RateLimit = null });
        var key = sandbox.Keys.Create(KeyEnvironment.Test);
        using var peeker = new PeekerClient(key, new() { Handler = sandbox.CreateHandler(), RequestsPerMinute = null });
        var seen = 0;
        await Assert.ThrowsAsync<PeekerUnauthorizedException>(async () =>
        {
            await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(1_000_000)))
            {
                Assert.NotNull(outcome.Row);
                if (++seen == 1000) sandbox.Keys.Revoke(key);
            }
        });
        Assert.InRange(seen, 1000, 2000);
    }

    [Fact]
    public async Task The_same_input_is_the_same_import_jobs()
    {
        await using var sandbox = PeekerSandbox.Create(new() { RateLimit = null });
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler(), RequestsPerMinute = null });
        var runs = new List<HashSet<string>> { new(), new() };
        foreach (var run in runs)
        {
            await foreach (var outcome in peeker.Domains.StartImportJobsAsync(Enumerable.Range(0, 1200).Select(number => $"owned-{number}.com"))) run.Add(outcome.Job!.Id);
        }

        Assert.Equal(3, runs[0].Count);
        Assert.Equal(runs[0], runs[1]);
    }

    [Fact]
    public async Task An_import_that_was_done_without_an_answer_is_found_again()
    {
        await using var sandbox = PeekerSandbox.Create();
        sandbox.Faults.Next(FaultKind.Drop, afterWork: true, operation: "Domains_Import");
        using var peeker = new PeekerClient(sandbox.ApiKey, new() { Handler = sandbox.CreateHandler() });
        var outcomes = new List<BulkOutcome<ImportJob>>();
        await foreach (var outcome in peeker.Domains.ImportAsync(Enumerable.Range(0, 50).Select(number => $"owned-{number}.com"))) outcomes.Add(outcome);
        Assert.Equal([true, false], outcomes.Select(outcome => outcome.MayHaveTakenEffect));
        Assert.Equal(2, sandbox.Requests.All.Count);
        Assert.Equal(ImportStatus.Completed, (await peeker.Domains.FindImportAsync(outcomes[0].Domains)).Status);
    }

    private static IEnumerable<string> Names(int count) => Enumerable.Range(0, count).Select(NameOf);

    private static string NameOf(int number) => number % 7 == 0 ? $"taken-{number}.com" : $"acme-{number}.com";
}
