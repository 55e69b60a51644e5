namespace Peeker.Sandbox.Time;

/// <summary>What is due, in order. Each step runs once, with the time it was due at as its present.</summary>
/// <remarks>Steps run before a request is answered, when the clock is moved, and by a timer; never two at a time.</remarks>
internal sealed class Timeline : IDisposable
{
    // Timers cannot wait for more than some weeks; whoever is woken early looks at the clock and waits again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // Whoever asks finds everything done that is due, so the timer need not be exact, and a busy sandbox is not woken all the time.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);

    private readonly SandboxClock _clock;
    private readonly ITimer? _timer;
    private readonly PriorityQueue<Action<DateTimeOffset>, (long At, long Order)> _steps = new();
    private readonly object _running = new();
    private readonly CancellationTokenSource _end = new();
    private long _next = long.MaxValue;
    private long _order;
    private volatile bool _busy;
    private bool _stopped;

    public Timeline(SandboxClock clock)
    {
        _clock = clock;
        _timer = clock.CreateAlarm(_ => Tick());
    }

    public DateTimeOffset Now => _clock.UtcNow;

    public DateTimeOffset? NextDue => Volatile.Read(ref _next) is var ticks && ticks == long.MaxValue ? null : new(ticks, TimeSpan.Zero);

    public void At(DateTimeOffset due, Action<DateTimeOffset> step)
    {
        lock (_steps)
        {
            if (_stopped) return;
            _steps.Enqueue(step, (due.UtcTicks, _order++));
            if (due.UtcTicks < _next) Wake(due.UtcTicks);
        }
    }

    /// <summary>Does what is due. Returns when it is done.</summary>
    public void RunDue()
    {
        // A step that is taken but has not ended is waited for.
        if (Volatile.Read(ref _next) > _clock.UtcNow.UtcTicks && !_busy) return;
        lock (_running) RunSteps();
    }

    /// <summary>
    /// Does what is due before a request is answered. On a clock that runs, a request that comes while another thread is at it does not
    /// wait: it might as well have come a moment earlier.
    /// </summary>
    public void CatchUp()
    {
        if (Volatile.Read(ref _next) > _clock.UtcNow.UtcTicks && !(_busy && _clock.IsFrozen)) return;
        // A step may be a request itself, one that was put off.
        if (Monitor.IsEntered(_running)) return;
        if (_clock.IsFrozen) Monitor.Enter(_running);
        else if (!Monitor.TryEnter(_running)) return;
        try
        {
            RunSteps();
        }
        finally
        {
            Monitor.Exit(_running);
        }
    }

    /// <summary>Sets the timer anew after the clock was moved.</summary>
    public void Rearm()
    {
        lock (_steps)
        {
            if (!_stopped) Wake(_next);
        }
    }

    /// <summary>Waits on the sandbox's clock, and no longer than the sandbox lives.</summary>
    /// <param name="span">How long.</param>
    /// <param name="then">What is done at the end, at that time of the clock.</param>
    /// <param name="cancellationToken">Ends the wait, and the end is not done.</param>
    public async Task DelayAsync(TimeSpan span, Action then, CancellationToken cancellationToken)
    {
        var passed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        At(Now + span, _ =>
        {
            if (passed.Task.IsCompleted) return;
            then();
            passed.TrySetResult();
        });
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _end.Token);
        await passed.Task.WaitAsync(limit.Token).ConfigureAwait(false);
    }

    public void Dispose()
    {
        lock (_steps)
        {
            _stopped = true;
            _steps.Clear();
            _next = long.MaxValue;
            _timer?.Dispose();
        }

        // Not disposed of: who is about to wait may still ask for its token.
        _end.Cancel();
    }

    private void Tick()
    {
        // A timer may be a moment early by the clock, and waits for a day at most.
        lock (_steps)
        {
            if (_next > _clock.UtcNow.UtcTicks)
            {
                Wake(_next);
                return;
            }
        }

        RunDue();
    }

    private void RunSteps()
    {
        _busy = true;
        try
        {
            while (TakeDue(out var step, out var due)) step!(due);
        }
        finally
        {
            _busy = false;
        }
    }

    private bool TakeDue(out Action<DateTimeOffset>? step, out DateTimeOffset due)
    {
        lock (_steps)
        {
            due = default;
            if (!_steps.TryPeek(out step, out var place)) return false;
            if (place.At > _clock.UtcNow.UtcTicks)
            {
                Wake(place.At);
                return false;
            }

            _steps.Dequeue();
            due = new(place.At, TimeSpan.Zero);
            // Not woken for: the caller comes back for it.
            Volatile.Write(ref _next, _steps.TryPeek(out _, out var following) ? following.At : long.MaxValue);
            return true;
        }
    }

    private void Wake(long ticks)
    {
        Volatile.Write(ref _next, ticks);
        if (ticks == long.MaxValue) return;
        var wait = TimeSpan.FromTicks(ticks - _clock.UtcNow.UtcTicks);
        // Never on the caller's thread: it may hold the lock of the records that the step changes.
        if (wait <= TimeSpan.Zero) ThreadPool.UnsafeQueueUserWorkItem(static timeline => timeline.RunDue(), this, preferLocal: false);
        else _timer?.Change(wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }
}
