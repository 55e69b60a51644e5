namespace Peeker.Inbox.Tests.Delivery;

/// <summary>The judge of the long tests, on runs that are small enough to be read.</summary>
public sealed class VerdictTests
{
    [Fact]
    public void One_run_and_one_completion_is_once() => Assert.True(Of("a begin", "a end", "a completed").IsOnceEach);

    [Fact]
    public void A_run_that_was_cut_down_and_repeated_is_once()
    {
        var verdict = Of("a begin", "b begin again", "b end", "b completed");
        Assert.True(verdict.IsOnceEach);
        Assert.Equal(1, verdict.CutDown);
    }

    [Fact]
    public void A_failure_and_a_repeat_in_the_same_process_is_once() => Assert.True(Of("a begin", "a fail", "a begin again", "a end", "a completed") is { IsOnceEach: true, CutDown: 0 });

    [Fact]
    public void A_run_that_was_cut_down_for_good_is_not() => AssertNot(verdict => verdict.CutDownForGood, Of("b begin", "b end", "b completed", "a begin again"));

    [Fact]
    public void A_repeat_that_is_not_told_is_not() => AssertNot(verdict => verdict.Untold, Of("a begin", "b begin", "b end", "b completed"));

    [Fact]
    public void A_second_completion_is_not() => AssertNot(verdict => verdict.CompletedTwice, Of("a begin", "b begin again", "a end", "a completed", "b end", "b completed"));

    [Fact]
    public void A_run_after_the_completion_is_not() => AssertNot(verdict => verdict.RunAfterCompletion, Of("a begin", "a end", "a completed", "b begin again", "b end"));

    [Fact]
    public void A_completion_without_a_run_is_not() => AssertNot(verdict => verdict.CompletedWithoutRun, Of("a completed"));

    [Fact]
    public void An_event_that_is_not_completed_is_lost() => AssertNot(verdict => verdict.Lost, Verdict.Of(["evt"], new HashSet<string>(), []));

    private static void AssertNot(Func<Verdict, int> count, Verdict verdict)
    {
        Assert.False(verdict.IsOnceEach);
        Assert.Equal(1, count(verdict));
    }

    private static Verdict Of(params string[] lines) => Verdict.Of(
        ["evt"],
        new HashSet<string> { "evt" },
        lines.Select((line, at) => line.Split(' ') is var parts ? new WitnessLine(parts[0], at, parts[1], "evt", parts.Length > 2) : null!));
}
