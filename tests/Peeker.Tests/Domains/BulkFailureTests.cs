using System.Net;

namespace Peeker.Tests.Domains;

/// <summary>What goes wrong in a run, and what is kept of it.</summary>
public sealed class BulkFailureTests
{
    [Fact]
    public async Task A_request_that_fails_is_the_outcome_of_its_own_names()
    {
        using var stub = new BulkStub { Answer = (names, _, _) => Task.FromResult(names[0] == "acme-50.com" ? BulkStub.Failure(HttpStatusCode.InternalServerError, "server_error") : BulkStub.Rows(names)) };
        var outcomes = await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(1000), new() { InInputOrder = true }).ToListAsync();
        Assert.Equal(BulkStub.Names(1000), outcomes.Select(outcome => outcome.Domain));
        Assert.Equal(BulkStub.Names(100).Skip(50), outcomes.Where(outcome => outcome.Row is null).Select(outcome => outcome.Domain));
        Assert.All(outcomes, outcome => Assert.Equal(outcome.Row is null, outcome.Error is PeekerServerException));
    }

    [Fact]
    public async Task A_name_that_the_answer_leaves_out_fails_alone()
    {
        using var stub = new BulkStub { Answer = (names, _, _) => Task.FromResult(BulkStub.Rows(names.Where(name => name != "acme-3.com").Reverse())) };
        var outcomes = await stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(10), new() { InInputOrder = true }).ToListAsync();
        var left = Assert.Single(outcomes, outcome => outcome.Row is null);
        Assert.Equal("acme-3.com", left.Domain);
        Assert.Equal("data.domains", Assert.IsType<PeekerResponseException>(left.Error).Member);
        Assert.All(outcomes.Where(outcome => outcome.Row is not null), outcome => Assert.Equal(outcome.Domain, outcome.Row!.Domain));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "unauthorized", typeof(PeekerUnauthorizedException), true)]
    [InlineData(HttpStatusCode.Forbidden, "forbidden", typeof(PeekerForbiddenException), false)]
    public async Task A_key_that_is_refused_ends_all_after_what_succeeded(HttpStatusCode status, string code, Type type, bool inOrder)
    {
        // Out of order nothing but time keeps the others from going on before the refusal has arrived, so they are given little to do in it.
        var refused = false;
        using var stub = new BulkStub
        {
            Answer = async (names, _, cancellation) =>
            {
                if (names[0] == "acme-500.com")
                {
                    Volatile.Write(ref refused, true);
                    return BulkStub.Failure(status, code);
                }

                if (!inOrder && Volatile.Read(ref refused)) await Task.Delay(20, cancellation);
                return BulkStub.Rows(names);
            },
        };
        var seen = new List<AvailabilityOutcome>();
        var failure = await Assert.ThrowsAnyAsync<PeekerApiException>(async () =>
        {
            await foreach (var outcome in stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(100_000), new() { InInputOrder = inOrder })) seen.Add(outcome);
        });
        Assert.IsType(type, failure);
        Assert.All(seen, outcome => Assert.NotNull(outcome.Row));
        Assert.DoesNotContain(seen, outcome => outcome.Domain == "acme-500.com");
        if (inOrder)
        {
            Assert.Equal(BulkStub.Names(500), seen.Select(outcome => outcome.Domain));
            Assert.True(stub.Requests.Count <= 10 + 1 + 16, $"{stub.Requests.Count} requests were made.");
        }
        else
        {
            // All 2,000, over five seconds, if none of the others hears of it.
            Assert.True(stub.Requests.Count < 1000, $"{stub.Requests.Count} requests were made.");
            Assert.Equal((stub.Requests.Count - 1) * 50, seen.Count);
        }
    }

    [Fact]
    public async Task A_refusal_is_thrown_although_the_requests_ahead_of_it_wait_for_room()
    {
        using var stub = new BulkStub();
        using var refuse = new SemaphoreSlim(0);
        stub.Answer = async (names, number, cancellation) =>
        {
            if (names[0] != "acme-0.com")
            {
                // Two side by side, four ahead: with the third of the others there is no room left.
                if (number == 3) refuse.Release();
                return BulkStub.Rows(names);
            }

            await refuse.WaitAsync(cancellation);
            return BulkStub.Failure(HttpStatusCode.Unauthorized, "unauthorized");
        };
        var run = stub.Client.Domains.CheckAvailabilityAsync(BulkStub.Names(5000), new() { InInputOrder = true, Concurrency = 2 }).ToListAsync();
        await Assert.ThrowsAsync<PeekerUnauthorizedException>(() => run.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task An_input_that_throws_is_thrown_after_what_it_gave()
    {
        using var stub = new BulkStub();
        var seen = 0;
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in stub.Client.Domains.CheckAvailabilityAsync(Broken())) seen++;
        });
        Assert.Equal(100, seen);

        static IEnumerable<string> Broken() => BulkStub.Names(100).Concat(Enumerable.Range(0, 1).Select<int, string>(_ => throw new InvalidDataException()));
    }

    [Fact]
    public async Task A_name_that_is_null_is_named_by_its_place()
    {
        using var stub = new BulkStub();
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => stub.Client.Domains.CheckAvailabilityAsync(["acme.com", null!]).ToListAsync());
        Assert.Contains("domains[1]", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_whose_answer_is_lost_is_reported_and_not_repeated()
    {
        using var stub = new BulkStub { Answer = (names, number, _) => names[0] == "acme-25.com" ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : Task.FromResult(BulkStub.Job(number)) };
        using var patient = new PeekerClient(Http.Stub.Key, new() { Handler = stub, MaxRetries = 5, RequestsPerMinute = null });
        var outcomes = await patient.Domains.ImportAsync(BulkStub.Names(100), new() { InInputOrder = true }).ToListAsync();
        Assert.Equal([true, false, true, true], outcomes.Select(outcome => outcome.Job is not null));
        Assert.IsType<PeekerOutcomeUnknownException>(outcomes[1].Error);
        Assert.True(outcomes[1].MayHaveTakenEffect);
        Assert.Equal(BulkStub.Names(50).Skip(25), outcomes[1].Domains);
        Assert.All(outcomes.Where(outcome => outcome.Job is not null), outcome => Assert.False(outcome.MayHaveTakenEffect));
        Assert.Equal(4, stub.Requests.Count);
    }

    [Fact]
    public async Task A_refused_import_has_had_no_effect()
    {
        using var stub = new BulkStub { Answer = (_, _, _) => Task.FromResult(BulkStub.Failure(HttpStatusCode.BadRequest, "invalid_request")) };
        var outcome = Assert.Single(await stub.Client.Domains.ImportAsync(["acme.com"]).ToListAsync());
        Assert.IsType<PeekerInvalidRequestException>(outcome.Error);
        Assert.False(outcome.MayHaveTakenEffect);
    }

    [Fact]
    public async Task Imports_that_wait_go_one_after_the_other()
    {
        using var stub = new BulkStub { Answer = async (_, number, _) => { await Task.Yield(); return BulkStub.Job(number); } };
        await stub.Client.Domains.ImportAsync(BulkStub.Names(500)).CountAsync();
        Assert.Equal(1, stub.MostUnderWay);
    }
}
