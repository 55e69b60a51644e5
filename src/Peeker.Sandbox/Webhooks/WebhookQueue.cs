namespace Peeker.Sandbox.Webhooks;

/// <summary>Runs deliveries that are due in their order, so many at a time, and knows when none is left.</summary>
internal sealed class WebhookQueue(TimeSpan patience)
{
    private readonly object _lock = new();
    private readonly Queue<Func<Task>> _ready = new();
    private TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _atOnce = 1;
    private int _running;
    private long _ended;
    private bool _stopped;

    public int AtOnce
    {
        get => _atOnce;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            lock (_lock)
            {
                _atOnce = value;
                StartReady();
            }
        }
    }

    public void Add(Func<Task> delivery)
    {
        lock (_lock)
        {
            if (_stopped) return;
            _ready.Enqueue(delivery);
            StartReady();
        }
    }

    /// <summary>Waits until no delivery is due or under way, or until none has ended for as long as the patience lasts.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task idle;
            long ended;
            lock (_lock)
            {
                if (_running == 0) return;
                (idle, ended) = (_idle.Task, _ended);
            }

            try
            {
                await idle.WaitAsync(patience, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                lock (_lock)
                {
                    if (_ended == ended) return;
                }
            }
        }
    }

    public Task StopAsync()
    {
        lock (_lock)
        {
            _stopped = true;
            _ready.Clear();
            return _running == 0 ? Task.CompletedTask : _idle.Task;
        }
    }

    private void StartReady()
    {
        while (_running < _atOnce && _ready.TryDequeue(out var delivery))
        {
            // One that is not completed has somebody waiting for it still: the next delivery starts in the step that ends the one before.
            if (_running++ == 0 && _idle.Task.IsCompleted) _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _ = Task.Run(() => RunAsync(delivery));
        }
    }

    private async Task RunAsync(Func<Task> delivery)
    {
        try
        {
            await delivery().ConfigureAwait(false);
        }
        finally
        {
            lock (_lock)
            {
                _running--;
                _ended++;
                StartReady();
                if (_running == 0) _idle.SetResult();
            }
        }
    }
}
