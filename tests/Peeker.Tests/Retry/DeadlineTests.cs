namespace Peeker.Tests.Retry;

/// <summary>How long a call may take.</summary>
public class DeadlineTests
{
    [Fact]
    public async Task A_wait_longer_than_the_deadline_is_not_begun_and_is_told()
    {
        using var script = new Script(new() { Deadline = TimeSpan.FromSeconds(30) }, chance: 0.5).Limits(600);
        var thrown = await Assert.ThrowsAsync<PeekerRateLimitedException>(() => script.Client.Bundles.GetAsync("bun_1"));
        Assert.Equal(TimeSpan.FromSeconds(600), thrown.RetryAfter);
        Assert.Equal(TimeSpan.FromSeconds(600.5), thrown.WaitNotBegun);
        Assert.Equal(1, thrown.Attempts);
    }

    [Fact]
    public async Task The_deadline_is_over_all_attempts_and_waits()
    {
        using var script = new Script(new() { Deadline = TimeSpan.FromSeconds(30) }).Limits(20).Limits(20);
        var thrown = await Assert.ThrowsAsync<PeekerRateLimitedException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
        Assert.Equal((2, TimeSpan.FromSeconds(20)), (thrown.Attempts, thrown.WaitNotBegun));
    }

    [Fact]
    public async Task An_attempt_ends_at_the_deadline_when_that_comes_first()
    {
        using var script = new Script(new() { Deadline = TimeSpan.FromSeconds(10), AttemptTimeout = TimeSpan.FromSeconds(60) }).Hangs();
        var began = script.Clock.GetUtcNow();
        var thrown = await Assert.ThrowsAsync<PeekerConnectionException>(() => script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1")));
        Assert.Contains("within 10 s", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(TimeSpan.FromSeconds(10), script.Clock.Waits);
        Assert.NotEqual(began, script.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Each_attempt_has_its_own_time_and_it_covers_the_body()
    {
        using var script = new Script(new() { AttemptTimeout = TimeSpan.FromSeconds(5) });
        script.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SilentStream()) })).Answers(200, Script.Bundle);
        await script.RunAsync(peeker => peeker.Bundles.GetAsync("bun_1"));
        Assert.Equal(2, script.Clock.Waits.Count(wait => wait == TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task A_wait_is_cancelled_at_once()
    {
        using var script = new Script().Limits(60);
        using var caller = new CancellationTokenSource();
        var call = script.Client.Bundles.GetAsync("bun_1", caller.Token);
        while (!script.Clock.Waits.Contains(TimeSpan.FromSeconds(60))) await Task.Delay(1);
        Assert.False(call.IsCompleted);
        await caller.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, thrown.CancellationToken);
    }

    [Fact]
    public async Task Without_a_deadline_the_waits_are_as_long_as_they_need()
    {
        using var script = new Script(new() { Deadline = Timeout.InfiniteTimeSpan }).Limits(7200).Answers(200, Script.Bundle);
        await script.Clock.PassAsync(script.Client.Bundles.GetAsync("bun_1"), TimeSpan.FromMinutes(5));
        Assert.Contains(TimeSpan.FromHours(2), script.Clock.Waits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Limits_that_cannot_be_are_named(int seconds)
    {
        using var script = new Script();
        var thrown = Assert.Throws<PeekerConfigurationException>(() => script.Client.With(new PeekerCallOptions { Deadline = TimeSpan.FromSeconds(seconds) }));
        Assert.Equal("Deadline", thrown.Setting);
        Assert.Equal("MaxRetries", Assert.Throws<PeekerConfigurationException>(() => script.Client.With(new PeekerCallOptions { MaxRetries = -1 })).Setting);
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
