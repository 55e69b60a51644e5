using System.Threading.RateLimiting;
using Peeker.Budget;

namespace Peeker;

/// <summary>
/// Lets no more than a number of requests arrive at the API within any window, to the tick. A permit is in use until its lease is disposed,
/// and is free again one window after that.
/// </summary>
/// <remarks>
/// Dispose a lease when the answer's headers have come, or when the attempt has failed. The request arrived before that, however long it was
/// on its way, so the permit's next request arrives more than a window later. A lease that is never disposed keeps its permit.
/// Callers are served in the order they came. Safe to share between threads.
/// </remarks>
public sealed class SlidingRequestBudget : RateLimiter
{
    private readonly object _sync = new();
    private readonly int _permits;
    private readonly BudgetClock _clock;
    private readonly PermitWindow _window;
    private readonly BudgetQueue _queue;
    private readonly ITimer _timer;
    private readonly long _made;
    private long? _wakesAt;
    private long _granted;
    private long _refused;
    private bool _disposed;

    /// <summary>Makes a budget of which every permit is free.</summary>
    /// <exception cref="ArgumentException">An option is out of range; the message names it.</exception>
    public SlidingRequestBudget(SlidingRequestBudgetOptions? options = null)
    {
        options ??= new();
        options.Validate();
        _permits = options.Permits;
        _clock = new(options.Time);
        _window = new(_clock.Units(options.Span));
        _queue = new(_sync, options.QueueLimit, ServeQueue);
        _made = _clock.Now;
        _timer = options.Time.CreateTimer(static budget => ((SlidingRequestBudget)budget!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How long every permit has been free; null while one is not.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_sync)
            {
                var now = Advance();
                return _window.Free(_permits) < _permits || _queue.First is not null ? null : _clock.Span(Math.Max(0, now - (_window.LastFreeAt ?? _made)));
            }
        }
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_sync)
        {
            Advance();
            return new()
            {
                CurrentAvailablePermits = _window.Free(_permits),
                CurrentQueuedCount = _queue.Weight,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    internal void Return(int permits)
    {
        lock (_sync)
        {
            _window.Return(permits, _clock.Now);
            ServeQueue();
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_sync)
        {
            Check(permitCount);
            return TryTake(permitCount) ?? Refuse(permitCount, "No permit is free.");
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            Check(permitCount);
            if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);
            if (TryTake(permitCount) is { } lease) return new(lease);
            if (!_queue.HasRoom(permitCount)) return new(Refuse(permitCount, "The queue of the request budget is full."));
            var served = _queue.Join(permitCount, cancellationToken);
            SetTimer();
            return new(served);
        }
    }

    /// <inheritdoc/>
    protected override ValueTask DisposeAsyncCore()
    {
        Dispose(true);
        return base.DisposeAsyncCore();
    }

    /// <summary>Callers that wait get a lease without a permit; later ones an <see cref="ObjectDisposedException"/>.</summary>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing) return;
        lock (_sync)
        {
            if (_disposed) return;
            _disposed = true;
            _timer.Dispose();
            while (_queue.First is not null) _queue.Serve(new RefusedLease("The request budget was disposed.", retryAfter: null));
        }
    }

    private void Check(int permits)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (permits > _permits) throw new ArgumentOutOfRangeException(nameof(permits), permits, $"The budget has {_permits} permits in all.");
    }

    private long Advance()
    {
        var now = _clock.Now;
        _window.Advance(now);
        return now;
    }

    /// <summary>Nobody overtakes the queue, even if fewer permits would do.</summary>
    private RateLimitLease? TryTake(int permits)
    {
        Advance();
        return _queue.First is null && _window.Free(_permits) >= Math.Max(1, permits) ? Grant(permits) : null;
    }

    private RateLimitLease Grant(int permits)
    {
        _granted++;
        if (permits == 0) return EmptyLease.Instance;
        _window.Take(permits);
        return new SlidingLease(this, permits);
    }

    private RefusedLease Refuse(int permits, string reason)
    {
        _refused++;
        return new(reason, _clock.Span(_window.Wait(_queue.Weight + Math.Max(1, permits) - 1, _permits)));
    }

    private void Wake()
    {
        lock (_sync)
        {
            _wakesAt = null;
            ServeQueue();
        }
    }

    private void ServeQueue()
    {
        if (_disposed) return;
        Advance();
        while (_queue.First is { } first && _window.Free(_permits) >= first.Weight) _queue.Serve(Grant(first.Permits));
        SetTimer();
    }

    /// <summary>Where the first waits for a permit in use no timer is needed: its return comes here.</summary>
    private void SetTimer()
    {
        if (_queue.First is not { } first || _window.FreeAt(first.Weight, _permits) is not { } due || due == _wakesAt) return;
        _wakesAt = due;
        _timer.Change(_clock.TimerSpan(due - _clock.Now), Timeout.InfiniteTimeSpan);
    }
}
