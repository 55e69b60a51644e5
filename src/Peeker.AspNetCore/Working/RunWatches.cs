namespace Peeker.AspNetCore;

/// <summary>The runs under way, on one timer. One for each, made or set anew, costs more than most handlers; this one is set when none is set for a time as early.</summary>
internal sealed class RunWatches : IDisposable
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1);

    private readonly object _lock = new();
    private readonly IWebhookInbox _inbox;
    private readonly StopLimit _limit;
    private readonly TimeProvider _time;
    private readonly WebhookLog _log;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _stopping;

    // A list through the runs themselves. A set of the platform gave each an identity hash, and took some three hundredths of the endpoint's rate.
    private RunWatch? _first;
    private long _ringsAt = long.MaxValue;

    public RunWatches(IWebhookInbox inbox, StopLimit limit, TimeProvider time, WebhookLog log)
    {
        (_inbox, _limit, _time, _log) = (inbox, limit, time, log);

        // It outlives whatever happens to be the first request.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static watches => ((RunWatches)watches!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _stopping = limit.Token.UnsafeRegister(static watches => ((RunWatches)watches!).Stop(), this);
    }

    /// <summary>Watches over a run until what is returned is disposed.</summary>
    public RunWatch Begin(InboxClaim claim, TimeSpan lease, Patience? patience)
    {
        var watch = new RunWatch(this, _inbox, claim, lease, patience, _log);

        // Two renewals may fail before the lease ends.
        watch.Start(_time.GetTimestamp(), renewEvery: Length(lease / 3), slowAfter: patience is null ? null : Length(patience.After));
        lock (_lock)
        {
            if (_first is { } first) (first.Previous, watch.Next) = (watch, first);
            _first = watch;
            if (watch.DueAt < _ringsAt) RingAt(watch.DueAt);
        }

        // It may have come after the others were told.
        if (_limit.Token.IsCancellationRequested) watch.Stop();
        return watch;
    }

    public void End(RunWatch watch)
    {
        lock (_lock)
        {
            if (watch.Previous is { } previous) previous.Next = watch.Next;
            else _first = watch.Next;
            if (watch.Next is { } next) next.Previous = watch.Previous;
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer.Dispose();

        // Nobody renews what is still running.
        Stop();
    }

    private void Ring()
    {
        var due = new List<(RunWatch Watch, bool Renew, bool Tell)>();
        lock (_lock)
        {
            var (now, next) = (_time.GetTimestamp(), long.MaxValue);
            for (var watch = _first; watch is not null; watch = watch.Next)
            {
                if (watch.DueAt <= now && watch.TakeDue(now) is var (renew, tell)) due.Add((watch, renew, tell));
                next = Math.Min(next, watch.DueAt);
            }

            _ringsAt = long.MaxValue;
            if (next != long.MaxValue) RingAt(next);
        }

        // First what others depend on: telling may take long.
        foreach (var (watch, renew, _) in due)
        {
            if (renew) watch.Renew();
        }

        foreach (var (watch, _, tell) in due)
        {
            if (tell) watch.Tell();
        }
    }

    private void Stop()
    {
        var all = new List<RunWatch>();
        lock (_lock)
        {
            for (var watch = _first; watch is not null; watch = watch.Next) all.Add(watch);
        }

        foreach (var watch in all) watch.Stop();
    }

    private void RingAt(long timestamp)
    {
        _ringsAt = timestamp;
        var wait = _time.GetElapsedTime(_time.GetTimestamp(), timestamp);

        // A timer counts whole milliseconds by a clock of its own: it may ring a little early, find nothing due, and is set again.
        _timer.Change(wait > ShortestWait ? wait : ShortestWait, Timeout.InfiniteTimeSpan);
    }

    // At least one: by a clock without fractions of a second, none would be due again at once, for ever.
    private long Length(TimeSpan time) => Math.Max(1, (long)(time.Ticks * ((double)_time.TimestampFrequency / TimeSpan.TicksPerSecond)));
}
