namespace Peeker.Sandbox.Time;

/// <summary>A timer on the sandbox's clock. Its callback runs on the thread pool, since it may ask the sandbox for something.</summary>
internal sealed class ClockTimer(Timeline timeline, TimerCallback callback, object? state) : ITimer
{
    private int _change;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        var change = Interlocked.Increment(ref _change);
        if (dueTime != Timeout.InfiniteTimeSpan) Plan(timeline.Now + dueTime, period, change);
        return true;
    }

    public void Dispose() => Interlocked.Increment(ref _change);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Plan(DateTimeOffset due, TimeSpan period, int change) => timeline.At(due, now =>
    {
        if (Volatile.Read(ref _change) != change) return;
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        if (period > TimeSpan.Zero) Plan(now + period, period, change);
    });
}
