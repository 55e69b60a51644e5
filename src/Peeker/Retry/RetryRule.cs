using Peeker.Http;

namespace Peeker.Retry;

/// <summary>
/// When a failed attempt is followed by another, and after how long. Nothing here looks at a clock or draws a number, so that every
/// SDK can be held to the same decisions.
/// </summary>
internal static class RetryRule
{
    private static readonly TimeSpan FirstBackoff = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestBackoff = TimeSpan.FromSeconds(30);

    // Nobody means to wait longer within one call, and timers cannot.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <param name="operation">The operation: its safety, and the pause before the same body is sent again.</param>
    /// <param name="failure">How the attempt ended.</param>
    /// <param name="retries">How many attempts followed the first so far.</param>
    /// <param name="maxRetries">How many may follow it.</param>
    /// <param name="remaining">How long from now an attempt may still begin.</param>
    /// <param name="chance">From 0 to 1, drawn for this decision.</param>
    public static RetryDecision Decide(Operation operation, Failure failure, int retries, int maxRetries, TimeSpan remaining, double chance)
    {
        if (retries >= maxRetries || !MayRepeat(operation.Replay, failure.Kind)) return RetryDecision.Stop;
        var wait = Wait(operation, failure, retries, chance);
        return wait < remaining && wait <= LongestWait ? new(wait, null) : new(null, wait);
    }

    private static bool MayRepeat(Replay replay, FailureKind kind) => kind switch
    {
        FailureKind.NotSent or FailureKind.RateLimited => true,
        FailureKind.Ambiguous or FailureKind.AnswerLost => replay != Replay.Unsafe,
        _ => false,
    };

    private static TimeSpan Wait(Operation operation, Failure failure, int retries, double chance)
    {
        // Half of a back-off is fixed, so that a crowd of clients spreads without any of them coming back at once.
        var backoff = Doubled(FirstBackoff, retries) * (0.5 + (chance / 2));
        var jitter = TimeSpan.FromSeconds(chance);
        if (failure.AskedWait is { } asked) backoff = Longer(backoff, asked + jitter);
        var inFlight = operation.Replay == Replay.SameBody && failure.Kind == FailureKind.Ambiguous;
        return inFlight ? Longer(backoff, Doubled(operation.ReplayPause, retries) + jitter) : backoff;
    }

    private static TimeSpan Doubled(TimeSpan first, int times)
    {
        var ticks = first.Ticks << Math.Clamp(times, 0, 16);
        return ticks < LongestBackoff.Ticks ? new(ticks) : LongestBackoff;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
