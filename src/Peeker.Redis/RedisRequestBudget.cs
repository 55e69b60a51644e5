using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Peeker.Budget;
using StackExchange.Redis;

namespace Peeker.Redis;

/// <summary>
/// One request budget for many processes. Redis counts, on its own clock: no more than <see cref="RedisRequestBudgetOptions.Permits"/>
/// requests of all processes together arrive at the API within any window.
/// </summary>
/// <remarks>
/// A permit is in use until its lease is disposed, and is free again one window after that. Dispose a lease when the answer's headers have
/// come, or when the attempt has failed. <see cref="RateLimiter.AttemptAcquire"/> does not ask Redis: while Redis counts it is refused with an
/// estimate, and <see cref="RateLimiter.AcquireAsync"/> is the way to a permit. One permit is asked for at a time.
/// <para>
/// While Redis is away, each process goes on with its share: the permits divided by the processes last seen. Its own requests of the last window
/// are counted first. Callers that wait move over; none is lost. When Redis is back, each process first reports its own last
/// window, and keeps to its share for one window more, until the others have reported too.
/// </para>
/// <para>
/// Too many requests are possible at the moment Redis goes away: a process may have used more than its share, and the others do not know
/// whose it was. In one window that is at the most one share for each of the other processes. They are answered with 429, which the client repeats.
/// After the return there are none, if all processes that are at work reach Redis within a window of each other.
/// Assumption: the clock of Redis is not set forward by more than the margin. Guide: docs/budget.md.
/// </para>
/// </remarks>
public sealed partial class RedisRequestBudget : RateLimiter
{
    private readonly object _sync = new();
    private readonly RedisRequestBudgetOptions _options;
    private readonly IConnectionMultiplexer _redis;
    private readonly BudgetScript _script;
    private readonly BudgetClock _clock;
    private readonly BudgetQueue _queue;
    private readonly OwnPermits _own;
    private readonly ILogger _logger;
    private readonly Alarm _alarm;
    private readonly long _span;
    private readonly long _made;
    private long _granted;
    private long _refused;
    private bool _disposed;

    /// <summary>Makes a budget of this process. Redis is asked when the first permit is.</summary>
    /// <param name="redis">The connection; the caller disposes it. Connect with <c>abortConnect=false</c>, so that it may come up later.</param>
    /// <param name="options">What the processes share.</param>
    /// <exception cref="ArgumentException">An option is missing or out of range; the message names it.</exception>
    public RedisRequestBudget(IConnectionMultiplexer redis, RedisRequestBudgetOptions options)
    {
        ArgumentNullException.ThrowIfNull(redis);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        (_redis, _options, _script, _clock) = (redis, options, new(redis, options), new(options.Time));
        _span = _clock.Units(options.Span);
        _queue = new(_sync, options.QueueLimit, static () => { });
        _own = new(_span);
        _logger = options.Logger ?? NullLogger.Instance;
        _alarm = new(options.Time);
        _made = _clock.Now;
        _redis.ConnectionFailed += OnConnection;
        _redis.ConnectionRestored += OnConnection;
    }

    /// <summary>Whether Redis counts, as far as is known. False while this process goes on with its <see cref="Share"/>.</summary>
    public bool IsShared
    {
        get
        {
            lock (_sync) return _shared;
        }
    }

    /// <summary>How many processes used the budget when Redis was last asked, this one included.</summary>
    public int ProcessesSeen
    {
        get
        {
            lock (_sync) return _seen;
        }
    }

    /// <summary>Permits in a window that this process has while Redis is away.</summary>
    public int Share
    {
        get
        {
            lock (_sync) return ShareNow;
        }
    }

    /// <summary>How long this process has had no permit that counts; null while it has one, or waits for one.</summary>
    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_sync)
            {
                var now = Advance();
                return _own.Any || _queue.First is not null ? null : _clock.Span(Math.Max(0, now - (_own.LastFreeAt ?? _made)));
            }
        }
    }

    /// <summary>Figures of this process. The permits that are free are those Redis last told of; while it is away, those of the share.</summary>
    public override RateLimiterStatistics GetStatistics()
    {
        lock (_sync)
        {
            Advance();
            return new()
            {
                CurrentAvailablePermits = _shared ? _free : Math.Max(0, _own.Free(ShareNow)),
                CurrentQueuedCount = _queue.Weight,
                TotalSuccessfulLeases = _granted,
                TotalFailedLeases = _refused,
            };
        }
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_sync)
        {
            Check(permitCount);
            return TryTakeAlone(permitCount) ?? Refuse(_shared ? "A permit has to be waited for, since Redis has to be asked." : "No permit of this process's share is free.");
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            Check(permitCount);
            if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<RateLimitLease>(cancellationToken);
            if (TryTakeAlone(permitCount) is { } lease) return new(lease);
            if (!_queue.HasRoom(permitCount)) return new(Refuse("The queue of the request budget is full."));
            var first = _queue.First is null;
            var served = _queue.Join(permitCount, cancellationToken);
            if (first) Wake();
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
            while (_queue.First is not null) _queue.Serve(new RefusedLease("The request budget was disposed.", retryAfter: null));
            Wake();
        }

        _redis.ConnectionFailed -= OnConnection;
        _redis.ConnectionRestored -= OnConnection;
    }

    private void Check(int permits)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (permits > 1) throw new ArgumentOutOfRangeException(nameof(permits), permits, "A shared budget grants one permit at a time: acquire one for each request.");
    }

    private long Advance()
    {
        var now = _clock.Now;
        _own.Advance(now);
        return now;
    }

    private RateLimitLease Grant(int permits, long id)
    {
        _granted++;
        if (permits == 0) return EmptyLease.Instance;
        _own.Take(id);
        return new RedisLease(this, id);
    }

    private RefusedLease Refuse(string reason)
    {
        _refused++;
        return new(reason, _clock.Span(_shared ? EstimateShared() : _own.Wait(_queue.Weight, ShareNow)));
    }
}
