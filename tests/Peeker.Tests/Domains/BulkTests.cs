using System.Net;

namespace Peeker.Tests.Domains;

public sealed class BulkTests
{
    [Fact]
    public async Task Every_name_has_its_row_and_no_request_more_than_fifty()
    {
        using var stub = new BulkStub();
        var outcomes = await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(1234)).ToListAsync();
        Assert.Equal(BulkStub.Names(1234).Order(), outcomes.Select(outcome => outcome.Domain).Order());
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Domain, outcome.Row!.Domain));
        Assert.Equal(25, stub.Requests.Count);
        Assert.All(stub.Requests, names => Assert.InRange(names.Length, 1, 50));
    }

    [Fact]
    public async Task The_limits_are_those_of_the_specification()
    {
        using var stub = new BulkStub { Answer = (_, number, _) => Task.FromResult(BulkStub.Job(number)) };
        Assert.Equal([500, 500, 1], (await stub.Client.Domains.StartImportJobsAsync(BulkStub.Names(1001)).ToListAsync()).Select(outcome => outcome.Domains.Count).OrderDescending());
        Assert.Equal([25, 25, 1], (await stub.Client.Domains.ImportAsync(BulkStub.Names(51)).ToListAsync()).Select(outcome => outcome.Domains.Count));
        stub.Answer = (_, number, _) => Task.FromResult(Http.Stub.Json(HttpStatusCode.Accepted, $$$"""{"data":{"id":"fwj_{{{number}}}","status":"in_progress","completed_count":0,"failed_count":0,"forwarding_url":"https://acme.com"}}"""));
        Assert.Equal([25, 25, 1], (await stub.Client.Domains.SetForwardingAsync(BulkStub.Names(51), "https://acme.com").ToListAsync()).Select(outcome => outcome.Domains.Count).OrderDescending());
    }

    [Fact]
    public async Task The_call_for_one_request_stays_what_it_was()
    {
        using var stub = new BulkStub();
        Availability one = await stub.Client.Domains.CheckAvailabilityAsync(new() { Domains = ["acme.com"] });
        var many = await stub.Client.Domains.CheckAvailabilityAsync(["acme.com"]).ToListAsync();
        Assert.Equal(Assert.Single(one.Domains).Domain, Assert.Single(many).Row!.Domain);
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_input_when_asked_for()
    {
        using var stub = new BulkStub();
        using var later = new SemaphoreSlim(0);
        stub.Answer = async (names, number, cancellation) =>
        {
            // The first request is answered when all that may be made ahead of it were.
            if (names[0] == "acme-0.com") await later.WaitAsync(cancellation);
            else if (number == 7) later.Release();
            return BulkStub.Rows(names);
        };
        var outcomes = await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(1000), new() { InInputOrder = true, Concurrency = 4 }).ToListAsync();
        Assert.Equal(BulkStub.Names(1000), outcomes.Select(outcome => outcome.Domain));
    }

    [Fact]
    public async Task Otherwise_a_slow_request_holds_up_no_other()
    {
        using var stub = new BulkStub();
        using var later = new SemaphoreSlim(0);
        stub.Answer = async (names, _, cancellation) =>
        {
            if (names[0] == "acme-0.com") await later.WaitAsync(cancellation);
            return BulkStub.Rows(names);
        };
        var seen = new List<string>();
        await foreach (var outcome in stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(1000), new() { Concurrency = 2 }))
        {
            seen.Add(outcome.Domain);
            if (seen.Count == 950) later.Release();
        }

        Assert.Equal(BulkStub.Names(50), seen[950..]);
    }

    [Fact]
    public async Task A_name_that_occurs_twice_in_a_request_is_asked_once_and_has_two_rows()
    {
        using var stub = new BulkStub();
        var outcomes = await stub.Client.Domains.CheckAvailabilityAsync(["acme.com", "ACME.com", "team.com", "acme.com."], new() { InInputOrder = true }).ToListAsync();
        Assert.Equal(["acme.com", "team.com"], Assert.Single(stub.Requests));
        Assert.Equal(["acme.com", "ACME.com", "team.com", "acme.com."], outcomes.Select(outcome => outcome.Domain));
        Assert.Equal(["acme.com", "acme.com", "team.com", "acme.com"], outcomes.Select(outcome => outcome.Row!.Domain));
    }

    [Fact]
    public async Task A_name_of_another_request_is_asked_again_unless_the_whole_input_is_to_be_distinct()
    {
        using var stub = new BulkStub();
        var input = BulkStub.Names(60).Concat(BulkStub.Names(60).Select(name => name.ToUpperInvariant())).ToList();
        Assert.Equal(120, await stub.Client.Domains.CheckAvailabilityAsync(input).CountAsync());
        var asked = stub.Requests.Sum(names => names.Length);
        BulkProgress last = default;
        var distinct = await stub.Client.Domains.CheckAvailabilityAsync(input, new() { DistinctAcrossInput = true, Progress = new Told<BulkProgress>(progress => last = progress) }).ToListAsync();
        Assert.Equal(BulkStub.Names(60).Order(), distinct.Select(outcome => outcome.Domain).Order());
        Assert.Equal(60, stub.Requests.Sum(names => names.Length) - asked);
        Assert.Equal(new(60, 0, 60, 120), last);
    }

    [Fact]
    public async Task One_name_without_end_is_held_in_bounds()
    {
        using var stub = new BulkStub();
        Assert.Equal(10_000, await stub.Client.Domains.CheckAvailabilityAsync(Enumerable.Repeat("acme.com", 10_000)).CountAsync());
        Assert.Equal(20, stub.Requests.Count);
    }

    [Fact]
    public async Task Ids_of_domains_are_told_apart_by_their_case()
    {
        using var stub = new BulkStub { Answer = (_, number, _) => Task.FromResult(BulkStub.Job(number)) };
        var outcome = Assert.Single(await stub.Client.Domains.StartImportJobsAsync(["dom_A", "dom_a", "dom_A"]).ToListAsync());
        Assert.Equal(["dom_A", "dom_a"], outcome.Domains);
    }

    [Fact]
    public async Task Progress_is_told_after_each_request()
    {
        using var stub = new BulkStub { Answer = (names, _, _) => Task.FromResult(names[0] == "acme-50.com" ? BulkStub.Failure(HttpStatusCode.InternalServerError, "server_error") : BulkStub.Rows(names)) };
        var told = new List<BulkProgress>();
        await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(120).ToList(), new() { InInputOrder = true, Progress = new Told<BulkProgress>(told.Add) }).CountAsync();
        Assert.Equal([new(50, 0, 0, 120), new(50, 50, 0, 120), new(70, 50, 0, 120), new(70, 50, 0, 120)], told);
        Assert.Equal(120, told[^1].Done);
        told.Clear();
        await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(60).ToAsyncEnumerable(), new() { Progress = new Told<BulkProgress>(told.Add) }).CountAsync();
        Assert.Null(told[^1].Total);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_asked_for()
    {
        using var stub = new BulkStub();
        using var three = new SemaphoreSlim(0);
        stub.Answer = async (names, number, cancellation) =>
        {
            // The first and the second of three are answered when the third is there.
            if (number % 3 == 2) three.Release(3);
            await three.WaitAsync(cancellation);
            await Task.Yield();
            return BulkStub.Rows(names);
        };
        await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(3 * 50 * 20), new() { Concurrency = 3 }).CountAsync();
        Assert.Equal(3, stub.MostUnderWay);
    }

    [Fact]
    public void Impossible_options_are_named_before_anything_is_sent()
    {
        using var stub = new BulkStub();
        Assert.Equal("Concurrency", Assert.Throws<ArgumentOutOfRangeException>(() => stub.Client.Domains.CheckAvailabilityAsync(["a.com"], new() { Concurrency = 0 })).ParamName);
        Assert.Equal("Total", Assert.Throws<ArgumentOutOfRangeException>(() => stub.Client.Domains.CheckAvailabilityAsync(["a.com"], new() { Total = -1 })).ParamName);
        Assert.Equal("domains", Assert.Throws<ArgumentNullException>(() => stub.Client.Domains.ImportAsync((IEnumerable<string>)null!)).ParamName);
    }
}
