using System.Net;

namespace Peeker.Tests.Retry;

/// <summary>What a call does after an attempt that failed.</summary>
public class RetryTests
{
    internal static readonly CustomOrder Order = new()
    {
        User = "customer@acme.example",
        GoogleLicenses = 2,
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "login@partner.example", LoginPassword = "let-me-in" },
        Domains = ["acme-mail.com"],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };

    private static readonly BundleCreate NewBundle = new() { Name = "n", MonthlySendingVolume = 1 };

    [Fact]
    public async Task A_rate_limit_waits_what_its_body_says_and_a_part_of_a_second()
    {
        using var script = new Script(chance: 0.25).Limits(12).Limits(3).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Contains(TimeSpan.FromSeconds(12.25), script.Clock.Waits);
        Assert.Contains(TimeSpan.FromSeconds(3.25), script.Clock.Waits);
        Assert.Equal(3, script.Requests.Count);
    }

    [Theory]
    [InlineData("7", 2, 7)]
    [InlineData("7", 12, 12)]
    [InlineData("Fri, 08 May 2026 12:01:00 GMT", 2, 40)]
    [InlineData("Fri, 08 May 2026 11:00:00 GMT", 2, 2)]
    [InlineData("soon", 2, 2)]
    public async Task A_header_counts_where_it_asks_for_more(string header, int body, int expected)
    {
        using var script = new Script();
        script.Then((_, _) =>
        {
            var message = Http.Stub.Json(HttpStatusCode.TooManyRequests, """{"error":{"code":"rate_limited","message":"m","details":{"retry_after_seconds":N}}}""".Replace("N", $"{body}", StringComparison.Ordinal));
            message.Headers.TryAddWithoutValidation("Retry-After", header);
            message.Headers.Date = new(2026, 5, 8, 12, 0, 20, TimeSpan.Zero);
            return Task.FromResult(message);
        }).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Contains(TimeSpan.FromSeconds(expected), script.Clock.Waits);
    }

    [Fact]
    public async Task A_failing_server_that_asks_for_time_is_given_it()
    {
        using var script = new Script().Answers(503, "", ("Retry-After", "9")).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Contains(TimeSpan.FromSeconds(9), script.Clock.Waits);
    }

    [Fact]
    public async Task A_read_is_repeated_after_every_kind_of_failure_that_passes()
    {
        using var script = new Script(new() { MaxRetries = 8, Deadline = TimeSpan.FromMinutes(10) })
            .Fails(500).Fails(502).Answers(503, "<html>").Breaks(HttpRequestError.ResponseEnded).Breaks(HttpRequestError.ConnectionError)
            .CutsShort().Hangs().Answers(408, "").Answers(200, Script.Bundle);
        Assert.Equal("bun_1", (await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"))).Id);
        Assert.Equal(9, script.Requests.Count);
        Assert.Equal(9, script.Requests.Distinct().Count());
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(302)]
    public async Task A_refusal_is_not_repeated(int status)
    {
        using var script = new Script().Answers(status, """{"error":{"code":"invalid_request","message":"m"}}""");
        var thrown = await Assert.ThrowsAnyAsync<PeekerException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
        Assert.Equal(1, thrown.Attempts);
        Assert.Null(thrown.WaitNotBegun);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("")]
    public async Task An_answer_that_is_whole_and_wrong_is_not_asked_for_again(string body)
    {
        using var script = new Script().Answers(200, body);
        Assert.Equal(1, (await Assert.ThrowsAsync<PeekerResponseException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")))).Attempts);
    }

    [Fact]
    public async Task What_was_not_sent_or_was_refused_is_repeated_for_every_operation()
    {
        using var script = new Script()
            .Breaks(HttpRequestError.ConnectionError).Breaks(HttpRequestError.NameResolutionError).Breaks(HttpRequestError.SecureConnectionError)
            .Limits(1).Answers(201, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.CreateAsync(NewBundle));
        Assert.Equal(5, script.Requests.Count);
        Assert.All(script.Bodies, body => Assert.Equal(script.Bodies[0], body));
    }

    public static TheoryData<string> AmbiguousEnds() => ["break", "hang", "500", "502", "408", "unknown"];

    [Theory]
    [MemberData(nameof(AmbiguousEnds))]
    public async Task What_is_not_safe_is_not_repeated_once_it_may_have_taken_effect(string end)
    {
        using var script = new Script().Limits(1);
        _ = end switch
        {
            "break" => script.Breaks(HttpRequestError.ResponseEnded),
            "hang" => script.Hangs(),
            "unknown" => script.Then((_, _) => throw new InvalidOperationException("a handler of the host's")),
            _ => script.Fails(int.Parse(end, System.Globalization.CultureInfo.InvariantCulture)),
        };
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Bundles.CreateAsync(NewBundle)));
        Assert.Equal((2, "Bundles_Create"), (thrown.Attempts, thrown.Operation));
        Assert.Contains("List the bundles", thrown.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<PeekerException>(thrown.InnerException);
        Assert.Equal(2, script.Requests.Count);
    }

    [Fact]
    public async Task A_success_that_was_cut_short_took_effect_and_is_not_made_again()
    {
        using var script = new Script().CutsShort(201);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => script.RunAsync(peeker => peeker.Bundles.CreateAsync(NewBundle)));
        Assert.True(thrown.TookEffect);
    }

    [Fact]
    public async Task An_order_is_sent_again_with_the_same_bytes_after_a_pause()
    {
        using var script = new Script(chance: 0.5).Breaks(HttpRequestError.ResponseEnded).Fails(503).CutsShort().Answers(200, Script.Receipt);
        Assert.Equal("ord_1", (await script.RunAsync(peeker => peeker.Orders.CreateAsync(Order))).Id);
        Assert.Contains(TimeSpan.FromSeconds(5.5), script.Clock.Waits);
        Assert.Contains(TimeSpan.FromSeconds(10.5), script.Clock.Waits);
        Assert.Equal(4, script.Bodies.Count);
        Assert.All(script.Bodies, body => Assert.Equal(script.Bodies[0], body));
    }

    [Theory]
    [InlineData(401, "unauthorized")]
    [InlineData(400, "invalid_request")]
    public async Task A_refusal_after_an_open_end_does_not_say_that_the_first_order_was_not_placed(int status, string code)
    {
        using var script = new Script().Breaks(HttpRequestError.ResponseEnded).Answers(status, $$$"""{"error":{"code":"{{{code}}}","message":"m"}}""");
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(Order)));
        Assert.Equal(code, Assert.IsAssignableFrom<PeekerApiException>(thrown.InnerException).Code.Value);
        Assert.Equal(2, thrown.Attempts);
    }

    [Fact]
    public async Task An_order_stays_open_when_the_attempts_after_it_never_arrive()
    {
        using var script = new Script(new() { MaxRetries = 2 }).Fails(500).Breaks(HttpRequestError.ConnectionError).Limits(1);
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(Order)));
        Assert.IsType<PeekerRateLimitedException>(thrown.InnerException);
        Assert.Contains("exactly the same bytes", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_never_arrived_is_not_open()
    {
        using var script = new Script(new() { MaxRetries = 1 }).Limits(1).Breaks(HttpRequestError.ConnectionError);
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(Order)));
        Assert.False(thrown.MayHaveTakenEffect);
        Assert.Equal(2, thrown.Attempts);
    }

    [Fact]
    public async Task A_read_that_fails_to_the_end_says_what_happened_last()
    {
        using var script = new Script(new() { MaxRetries = 2 }).Fails().Fails().Fails(500);
        var thrown = await Assert.ThrowsAsync<PeekerServerException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
        Assert.Equal((HttpStatusCode.InternalServerError, 3), (thrown.Status, thrown.Attempts));
    }

    [Fact]
    public async Task Single_calls_may_have_limits_of_their_own()
    {
        using var script = new Script(new() { MaxRetries = 0 }).Limits(1).Answers(200, Script.Bundle).Limits(1);
        await script.RunAsync(peeker => peeker.With(new PeekerCallOptions { MaxRetries = 1 }).Bundles.GetAsync("bun_1"));
        await Assert.ThrowsAsync<PeekerRateLimitedException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
    }

    [Fact]
    public async Task A_key_that_rotates_is_used_by_the_next_attempt()
    {
        var keys = new Queue<string>(["pk_test_old", "pk_test_new"]);
        using var script = new Script(new() { ApiKeySource = _ => ValueTask.FromResult(keys.Dequeue()) }).Limits(1).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Equal(["Bearer pk_test_old", "Bearer pk_test_new"], script.Keys);
    }
}
