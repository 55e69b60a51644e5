using Peeker.Json;
using Peeker.Retry;

namespace Peeker;

/// <summary>Asks for one resource until it has ended.</summary>
/// <param name="polling">What the specification says about it.</param>
/// <param name="read">Reads it.</param>
/// <param name="status">Its status.</param>
/// <param name="whatToDo">The remedy when an action is required.</param>
/// <param name="time">The clock of the waits and of the deadline.</param>
/// <param name="random">Where the jitter comes from.</param>
internal sealed class Wait<T>(
    Polling polling, Func<string, CancellationToken, Task<T>> read, Func<T, string> status, string whatToDo, TimeProvider time, Random random)
    where T : class, IWire<T>
{
    // Timers cannot wait much longer; asking once a day too often does no harm.
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    public async Task<T> ForAsync(string id, WaitOptions<T>? given, CancellationToken cancellationToken)
    {
        var options = given ?? WaitOptions<T>.Default;
        options.Validate();
        var start = time.GetTimestamp();
        using var late = new CancellationTokenSource(options.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        (T? last, byte[]? lastJson, PeekerException? failure) = (null, null, null);
        while (true)
        {
            try
            {
                last = await read(id, either.Token).ConfigureAwait(false);
                failure = null;
                var json = WireJson.Write(last);
                if (lastJson is null || !json.AsSpan().SequenceEqual(lastJson)) options.Progress?.Report(last);
                lastJson = json;
            }
            catch (PeekerException transient) when (IsTransient(transient))
            {
                failure = transient;
            }
            catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw NotCompleted(NotCompletedReason.DeadlineReached);
            }

            if (last is not null && polling.Ends.TryGetValue(status(last), out var bad) && !(bad is NotCompletedReason.ActionRequired && options.ContinueOnActionRequired))
                return bad is { } reason ? throw NotCompleted(reason) : last;
            var pause = Pause(options, failure);
            if (options.Deadline != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) + pause > options.Deadline) throw NotCompleted(NotCompletedReason.DeadlineReached);
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }

        PeekerNotCompletedException<T> NotCompleted(NotCompletedReason reason) => new(polling.Operation, id, reason, Advice(reason), last, failure);
    }

    // Many who wait for the same moment should not ask at the same moment.
    private TimeSpan Pause(WaitOptions<T> options, PeekerException? failure)
    {
        var interval = options.Interval ?? TimeSpan.FromSeconds(polling.Seconds);
        if (failure is not null && (failure.WaitNotBegun ?? Failure.Of(failure).AskedWait) is { } asked && asked > interval) interval = asked;
        if (interval > LongestPause) interval = LongestPause;
        return interval + (interval * (0.1 * random.NextDouble()));
    }

    private string Advice(NotCompletedReason reason) => reason switch
    {
        NotCompletedReason.Failed => "It will not go on by itself; Resource has what is known.",
        NotCompletedReason.ActionRequired => whatToDo,
        NotCompletedReason.Cancelled => "Resource.Status tells whether the cancellation is done or scheduled.",
        _ => "The work goes on; wait again, or for its webhook.",
    };

    /// <summary>What may have gone by the next time. The call itself was repeated already.</summary>
    private static bool IsTransient(PeekerException failure) => failure is PeekerBudgetException || Failure.Of(failure).Kind != FailureKind.Final;
}
