namespace Peeker.AspNetCore;

/// <summary>A timer that is set for one run after the other: making one costs more than most handlers.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly object _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private ContextCallback? _ring;
    private object? _state;
    private ExecutionContext? _context;
    private TimeSpan _due;
    private long _setAt;

    public Alarm(TimeProvider time)
    {
        _time = time;

        // It outlives whatever happens to be the first request.
        using (ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings after a time, and then, where a period is given, again and again.</summary>
    public void Set(TimeSpan due, TimeSpan period, ContextCallback ring, object state)
    {
        lock (_lock) (_ring, _state, _context, _due, _setAt) = (ring, state, ExecutionContext.Capture(), due, _time.GetTimestamp());
        _timer.Change(due, period);
    }

    /// <summary>It rings no more, unless it is about to at this very moment.</summary>
    public void Clear()
    {
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        lock (_lock) (_ring, _state, _context) = (null, null, null);
    }

    public void Dispose() => _timer.Dispose();

    private void Ring()
    {
        ContextCallback ring;
        object state;
        ExecutionContext? context;
        lock (_lock)
        {
            // What was under way when the alarm was cleared comes right after it was set anew. Half, since a timer may be a little early by another clock.
            if (_ring is null || _time.GetElapsedTime(_setAt) < _due / 2) return;
            (ring, state, context) = (_ring, _state!, _context);
        }

        if (context is null) ring(state);
        else ExecutionContext.Run(context, ring, state);
    }
}
