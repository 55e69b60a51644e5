using System.Net;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Retry;

/// <summary>Clocks that jump, keys that do not come, hints beyond reason, answers beyond the limit.</summary>
public class OddTimesTests
{
    private static readonly BundleCreate NewBundle = new() { Name = "n", MonthlySendingVolume = 1 };

    [Fact]
    public async Task An_order_is_not_sent_after_its_safe_time_when_the_machine_slept_through_the_pause()
    {
        using var script = new Script().Breaks(HttpRequestError.ResponseEnded);
        var submission = OrderSubmission.Prepare(RetryTests.Order, script.Clock);
        var call = script.Client.Orders.SubmitAsync(submission);
        while (!script.Clock.Waits.Contains(TimeSpan.FromSeconds(5))) await Task.Delay(1);
        script.Clock.Advance(TimeSpan.FromHours(30));
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => call);
        Assert.False(Assert.IsType<PeekerConnectionException>(thrown.InnerException).MayHaveTakenEffect);
        Assert.Equal(1, thrown.Attempts);
        Assert.Single(script.Requests);
    }

    [Fact]
    public async Task An_attempt_at_the_end_of_the_safe_time_ends_before_the_24_hours_do()
    {
        using var script = new Script(new() { AttemptTimeout = TimeSpan.FromHours(1), Deadline = TimeSpan.FromHours(2), MaxRetries = 0 });
        var submission = OrderSubmission.Prepare(RetryTests.Order, script.Clock);
        script.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(6));
        script.Hangs();
        await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.Clock.PassAsync(script.Client.Orders.SubmitAsync(submission), TimeSpan.FromSeconds(30)));
        Assert.Contains(TimeSpan.FromMinutes(6), script.Clock.Waits);
    }

    [Fact]
    public async Task A_write_that_overslept_was_not_sent()
    {
        using var script = new Script().Limits(12);
        var call = script.Client.Bundles.CreateAsync(NewBundle);
        while (!script.Clock.Waits.Contains(TimeSpan.FromSeconds(12))) await Task.Delay(1);
        script.Clock.Advance(TimeSpan.FromHours(1));
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => call);
        Assert.Equal((false, 1), (thrown.MayHaveTakenEffect, thrown.Attempts));
        Assert.DoesNotContain("-", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_of_keys_that_does_not_answer_ends_at_the_deadline()
    {
        var clock = new WatchedClock();
        using var silent = new PeekerClient(new PeekerClientOptions
        {
            ApiKeySource = async cancellation =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return "";
            },
            Deadline = TimeSpan.FromSeconds(2),
            Time = clock,
        });
        Assert.Equal("ApiKeySource", (await Assert.ThrowsAsync<PeekerConfigurationException>(() => clock.PassAsync(silent.Me.GetAsync()))).Setting);
    }

    [Fact]
    public async Task A_source_of_keys_that_gives_up_by_itself_is_no_cancellation_of_the_callers()
    {
        var answers = new Queue<Func<ValueTask<string>>>([() => new("pk_test_1"), () => throw new TaskCanceledException("a vault's own time limit")]);
        using var script = new Script(new() { ApiKeySource = _ => answers.Dequeue()() }).Breaks(HttpRequestError.ResponseEnded);
        var thrown = await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(RetryTests.Order)));
        Assert.IsType<PeekerConfigurationException>(thrown.InnerException);
    }

    [Fact]
    public async Task A_key_that_comes_too_late_is_nothing_that_was_sent()
    {
        using var script = new Script(new()
        {
            ApiKeySource = async cancellation =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return "";
            },
            AttemptTimeout = TimeSpan.FromSeconds(1),
            MaxRetries = 0,
        });
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => script.RunAsync(peeker => peeker.Bundles.CreateAsync(NewBundle)));
        Assert.False(thrown.MayHaveTakenEffect);
    }

    [Fact]
    public async Task A_wait_beyond_a_day_is_not_begun_even_without_a_deadline()
    {
        using var script = new Script(new() { Deadline = Timeout.InfiniteTimeSpan }).Limits(int.MaxValue);
        var thrown = await Assert.ThrowsAsync<PeekerRateLimitedException>(() => script.Client.Bundles.GetAsync("bun_1"));
        Assert.Equal(TimeSpan.FromSeconds(int.MaxValue), thrown.WaitNotBegun);
    }

    [Fact]
    public async Task A_header_with_more_digits_than_fit_means_never()
    {
        using var script = new Script().Then((_, _) =>
        {
            var message = Http.Stub.Json(HttpStatusCode.ServiceUnavailable, "");
            message.Headers.TryAddWithoutValidation("Retry-After", "99999999999");
            return Task.FromResult(message);
        });
        Assert.True((await Assert.ThrowsAsync<PeekerServerException>(() => script.Client.Bundles.GetAsync("bun_1"))).WaitNotBegun > TimeSpan.FromDays(1000));
    }

    [Theory]
    [InlineData(502, typeof(PeekerServerException))]
    [InlineData(429, typeof(PeekerRateLimitedException))]
    [InlineData(404, typeof(PeekerResponseException))]
    public async Task A_body_beyond_the_limit_does_not_change_what_a_status_means(int status, Type type)
    {
        using var stub = new Http.Stub(new() { MaxResponseBytes = 100, MaxRetries = 0 });
        stub.Mock.When("*").Respond((HttpStatusCode)status, "text/html", new string(' ', 101));
        var thrown = await Assert.ThrowsAnyAsync<PeekerException>(() => stub.Client.Orders.CreateAsync(RetryTests.Order));
        Assert.IsType(type, thrown is PeekerOutcomeUnknownException unknown ? unknown.InnerException : thrown);
        Assert.Equal(status == 502, thrown is PeekerOutcomeUnknownException);
    }

    [Fact]
    public async Task A_page_of_a_proxy_does_not_settle_an_open_order()
    {
        using var script = new Script().Breaks(HttpRequestError.ResponseEnded).Answers(200, "<html>");
        await Assert.ThrowsAsync<PeekerOutcomeUnknownException>(() => script.RunAsync(peeker => peeker.Orders.CreateAsync(RetryTests.Order)));
    }

    [Fact]
    public async Task A_disposed_client_says_so_at_once()
    {
        using var script = new Script();
        script.Client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => script.Client.Me.GetAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => script.Client.With().Me.GetAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            await foreach (var _ in script.Client.Domains.CheckAvailabilityAsync(["a.com", "b.com"]))
            {
            }
        });
    }

    [Theory]
    [InlineData("{\"data\": tAlex@acme.com}")]
    [InlineData("{\"data\": hunter2}")]
    public async Task No_inner_exception_quotes_the_body(string body)
    {
        using var script = new Script().Answers(200, body);
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(() => script.Client.Bundles.GetAsync("bun_1"));
        Assert.DoesNotContain("lex@acme", thrown.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("unter2", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hosts_are_named_without_anything_around_them() => Assert.Equal("AllowedHosts", Assert.Throws<PeekerConfigurationException>(() =>
        new PeekerClient(Http.Stub.Key, new() { AllowedHosts = ["https://api.peeker.ai"] })).Setting);

    [Fact]
    public async Task The_callers_cancellation_carries_the_callers_token()
    {
        using var script = new Script().Hangs();
        using var caller = new CancellationTokenSource();
        var call = script.Client.Bundles.GetAsync("bun_1", caller.Token);
        await caller.CancelAsync();
        Assert.Equal(caller.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
    }
}
