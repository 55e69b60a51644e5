using Peeker.Http;
using Peeker.Retry;

namespace Peeker.Tests.Retry;

public class RetryRuleTests
{
    private static readonly TimeSpan Ever = TimeSpan.MaxValue;

    public static TheoryData<string, string, bool> Safety() => new()
    {
        { nameof(Replay.Safe), nameof(FailureKind.NotSent), true },
        { nameof(Replay.Safe), nameof(FailureKind.RateLimited), true },
        { nameof(Replay.Safe), nameof(FailureKind.Ambiguous), true },
        { nameof(Replay.Safe), nameof(FailureKind.AnswerLost), true },
        { nameof(Replay.Safe), nameof(FailureKind.Final), false },
        { nameof(Replay.SameBody), nameof(FailureKind.NotSent), true },
        { nameof(Replay.SameBody), nameof(FailureKind.RateLimited), true },
        { nameof(Replay.SameBody), nameof(FailureKind.Ambiguous), true },
        { nameof(Replay.SameBody), nameof(FailureKind.AnswerLost), true },
        { nameof(Replay.SameBody), nameof(FailureKind.Final), false },
        { nameof(Replay.Unsafe), nameof(FailureKind.NotSent), true },
        { nameof(Replay.Unsafe), nameof(FailureKind.RateLimited), true },
        { nameof(Replay.Unsafe), nameof(FailureKind.Ambiguous), false },
        { nameof(Replay.Unsafe), nameof(FailureKind.AnswerLost), false },
        { nameof(Replay.Unsafe), nameof(FailureKind.Final), false },
    };

    [Theory]
    [MemberData(nameof(Safety))]
    public void Only_what_is_safe_is_repeated(string replay, string kind, bool repeated)
    {
        var decision = Decide(Enum.Parse<Replay>(replay), Enum.Parse<FailureKind>(kind));
        Assert.Equal(repeated, decision.Wait is not null);
        Assert.Null(decision.WaitNotBegun);
    }

    [Theory]
    [InlineData(0, 0.0, 250)]
    [InlineData(1, 0.0, 500)]
    [InlineData(0, 1.0, 500)]
    [InlineData(1, 0.5, 750)]
    [InlineData(4, 1.0, 8_000)]
    [InlineData(5, 1.0, 16_000)]
    [InlineData(6, 1.0, 30_000)]
    [InlineData(6, 0.0, 15_000)]
    [InlineData(1000, 1.0, 30_000)]
    public void Waits_double_half_by_chance_up_to_thirty_seconds(int retries, double chance, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Decide(Replay.Safe, FailureKind.Ambiguous, retries: retries, chance: chance).Wait);

    [Theory]
    [InlineData(12, 0.0, 12_000)]
    [InlineData(12, 0.25, 12_250)]
    [InlineData(12, 1.0, 13_000)]
    [InlineData(0, 0.5, 500)]
    public void A_wait_that_was_asked_for_is_kept_with_up_to_a_second_on_top(int asked, double chance, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Decide(Replay.Unsafe, FailureKind.RateLimited, asked: asked, chance: chance).Wait);

    [Fact]
    public void A_short_wait_that_was_asked_for_does_not_shorten_the_back_off() =>
        Assert.Equal(TimeSpan.FromSeconds(8), Decide(Replay.Safe, FailureKind.RateLimited, asked: 1, retries: 4, chance: 1).Wait);

    [Theory]
    [InlineData(0, 0.0, 5_000)]
    [InlineData(0, 0.5, 5_500)]
    [InlineData(1, 0.0, 10_000)]
    [InlineData(2, 1.0, 21_000)]
    [InlineData(3, 0.0, 30_000)]
    [InlineData(100, 0.0, 30_000)]
    public void The_same_body_is_sent_again_after_a_pause(int retries, double chance, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Decide(Replay.SameBody, FailureKind.Ambiguous, retries: retries, chance: chance).Wait);

    [Fact]
    public void An_order_that_was_not_sent_or_was_refused_needs_no_pause()
    {
        Assert.Equal(TimeSpan.FromMilliseconds(250), Decide(Replay.SameBody, FailureKind.NotSent).Wait);
        Assert.Equal(TimeSpan.FromSeconds(2), Decide(Replay.SameBody, FailureKind.RateLimited, asked: 2).Wait);
        Assert.Equal(TimeSpan.FromMilliseconds(250), Decide(Replay.SameBody, FailureKind.AnswerLost).Wait);
    }

    [Fact]
    public void The_longer_of_pause_and_asked_wait_counts() =>
        Assert.Equal(TimeSpan.FromSeconds(9), Decide(Replay.SameBody, FailureKind.Ambiguous, asked: 9).Wait);

    [Fact]
    public void A_wait_that_does_not_end_in_time_is_not_begun()
    {
        var wait = TimeSpan.FromSeconds(12);
        Assert.Equal(new RetryDecision(wait, null), Decide(Replay.Safe, FailureKind.RateLimited, asked: 12, remaining: wait + TimeSpan.FromTicks(1)));
        Assert.Equal(new RetryDecision(null, wait), Decide(Replay.Safe, FailureKind.RateLimited, asked: 12, remaining: wait));
        Assert.Equal(new RetryDecision(null, TimeSpan.FromMilliseconds(250)), Decide(Replay.Safe, FailureKind.NotSent, remaining: TimeSpan.FromSeconds(-1)));
    }

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(1, 1, false)]
    [InlineData(0, 0, false)]
    [InlineData(4, 5, true)]
    [InlineData(5, 5, false)]
    public void Attempts_are_counted(int retries, int most, bool repeated) =>
        Assert.Equal(repeated, Decide(Replay.Safe, FailureKind.RateLimited, asked: 1, retries: retries, most: most).Wait is not null);

    private static RetryDecision Decide(
        Replay replay, FailureKind kind, int? asked = null, int retries = 0, int most = int.MaxValue, TimeSpan? remaining = null, double chance = 0) =>
        RetryRule.Decide(
            new("Test_Operation", HttpMethod.Post, "/test", replay, "", 5),
            new(kind, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null), retries, most, remaining ?? Ever, chance);
}
