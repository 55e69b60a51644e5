using Microsoft.Kiota.Abstractions;
using Peeker.Diagnostics;
using Peeker.Retry;

namespace Peeker.Http;

/// <summary>One logical call: the same bytes for each of its attempts, one deadline over all of them.</summary>
internal sealed class Call(Operation operation, string target, byte[]? body, CallLimits limits, DateTimeOffset? notAfter, IReadOnlyList<IRequestOption> options, ClientTelemetry telemetry, TimeProvider time, Random random)
{
    private readonly long _began = time.GetTimestamp();
    private TimeSpan? _waitNotBegun;

    public Operation Operation => operation;

    /// <summary>Path and query, relative to the base address.</summary>
    public string Target => target;

    /// <summary>The bytes of the request.</summary>
    public byte[]? Body => body;

    /// <summary>What the caller asks of this call beyond its limits; handlers look for theirs.</summary>
    public IReadOnlyList<IRequestOption> Options => options;

    public int Attempts { get; private set; }

    /// <summary>Whether an attempt ended without telling if the API did the work.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>How long to wait before the next attempt.</summary>
    public TimeSpan Wait { get; private set; }

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>How long an attempt that begins now may take.</summary>
    public TimeSpan AttemptTime => Shorter(Shorter(limits.AttemptTimeout, Remaining), notAfter is { } last ? last + OrderSubmission.Margin - time.GetUtcNow() : TimeSpan.MaxValue);

    /// <summary>How long from now an attempt may still begin.</summary>
    public TimeSpan RemainingToBegin => notAfter is { } last ? Shorter(Remaining, last - time.GetUtcNow()) : Remaining;

    private TimeSpan Remaining => limits.Deadline == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : limits.Deadline - Elapsed;

    /// <exception cref="PeekerConnectionException">A wait took longer than it should have; it is too late for another attempt.</exception>
    public void BeginAttempt()
    {
        if (Remaining <= TimeSpan.Zero || notAfter < time.GetUtcNow()) throw ConnectionFailure.TooLate(operation);
        Attempts++;
    }

    /// <summary>Whether another attempt follows a failure; <see cref="Wait"/> says after how long.</summary>
    public bool GoesOnAfter(Exception failure)
    {
        var seen = Failure.Of(failure);
        IsOpen |= seen.Kind == FailureKind.Ambiguous;
        var decision = RetryRule.Decide(operation, seen, Attempts - 1, limits.MaxRetries, RemainingToBegin, random.NextDouble());
        _waitNotBegun = decision.WaitNotBegun;
        if (decision.Wait is not { } wait) return false;
        telemetry.Repeats(this, failure, wait);
        Wait = wait;
        return true;
    }

    /// <summary>What the caller gets in the end: the last failure, or that the outcome is unknown.</summary>
    public Exception Conclude(Exception last, CancellationToken caller)
    {
        if (last is OperationCanceledException && caller.IsCancellationRequested) return new OperationCanceledException(last.Message, last, caller);

        // An answer that says the work was done settles what the attempts before it left open. One that is whole and not the API's may be a proxy's.
        var settled = operation.Replay == Replay.Safe || !IsOpen || last is PeekerResponseException { TookEffect: true, CutShort: true };
        var result = settled ? last : new PeekerOutcomeUnknownException(operation, Attempts, last);
        if (result is PeekerException typed) (typed.Attempts, typed.WaitNotBegun) = (Attempts, _waitNotBegun ?? typed.WaitNotBegun);
        return result;
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan ? other : one < other ? one : other;
}
