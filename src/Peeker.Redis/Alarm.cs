namespace Peeker.Redis;

/// <summary>Wakes the one who waits for it, when it is time or when it is rung. A ring that nobody heard wakes the next at once.</summary>
internal sealed class Alarm : IDisposable
{
    private readonly object _sync = new();
    private readonly ITimer _timer;
    private TaskCompletionSource? _waiting;
    private bool _rung;

    public Alarm(TimeProvider time) =>
        _timer = time.CreateTimer(static alarm => ((Alarm)alarm!).Ring(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public Task WaitAsync(TimeSpan due)
    {
        lock (_sync)
        {
            if (_rung)
            {
                _rung = false;
                return Task.CompletedTask;
            }

            _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _timer.Change(due, Timeout.InfiniteTimeSpan);
            return _waiting.Task;
        }
    }

    public void Ring()
    {
        lock (_sync)
        {
            _rung = _waiting is null;
            _waiting?.SetResult();
            _waiting = null;
        }
    }

    public void Dispose() => _timer.Dispose();
}
