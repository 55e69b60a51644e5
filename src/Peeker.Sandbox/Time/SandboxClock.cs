using Peeker.Sandbox.Time;

namespace Peeker.Sandbox;

#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to dispose of.
/// <summary>The sandbox's time. It follows the <see cref="TimeProvider"/> of the options, or stands still, and can be moved forward.</summary>
/// <remarks>Give it to whatever must see the same time, such as a <see cref="WebhookVerifier"/>: signatures carry the time of the sandbox.</remarks>
public sealed class SandboxClock : TimeProvider
#pragma warning restore CA1001
{
    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _advancing = new(1);
    private readonly bool _frozen;

    // Ticks ahead of the provider; for a clock that stands still, the time itself.
    private long _ticks;

    internal SandboxClock(TimeProvider time, DateTimeOffset? frozenAt)
    {
        (_time, _frozen, _ticks) = (time, frozenAt is not null, frozenAt?.UtcTicks ?? 0);
        Timeline = new(this);
    }

    /// <summary>Whether time passes by <see cref="AdvanceAsync"/> alone.</summary>
    public bool IsFrozen => _frozen;

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset UtcNow
    {
        get
        {
            var ticks = Interlocked.Read(ref _ticks);
            return _frozen ? new(ticks, TimeSpan.Zero) : _time.GetUtcNow().ToUniversalTime().AddTicks(ticks);
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal Timeline Timeline { get; }

    /// <summary>Waits until what was begun at one moment has ended, before time goes on.</summary>
    internal Func<CancellationToken, Task> Settle { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => UtcNow;

    /// <inheritdoc/>
    public override long GetTimestamp() => UtcNow.UtcTicks;

    /// <inheritdoc/>
    /// <remarks>Callbacks run on the thread pool when the clock has come to their time; <see cref="AdvanceAsync"/> does not wait for them.</remarks>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ClockTimer(Timeline, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>
    /// Moves the clock forward. Everything that is due on the way happens at its own time and in its order: orders complete, periods
    /// end, events are sent and sent again.
    /// </summary>
    /// <remarks>
    /// Before time goes on, deliveries of that moment are waited for. A receiver that has not answered after
    /// <see cref="PeekerSandboxOptions.WebhookPatience"/> of real time is left behind, and meets its timeout when 15 seconds have passed on this clock.
    /// </remarks>
    /// <param name="by">How far; not negative.</param>
    /// <param name="cancellationToken">Stops the clock between two moments.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative, or ends after the year 9000.</exception>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero) - UtcNow);
        await _advancing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var end = UtcNow + by;
            Timeline.RunDue();
            await Settle(cancellationToken).ConfigureAwait(false);
            while (Timeline.NextDue is { } due && due <= end)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MoveTo(due);
                Timeline.RunDue();
                await Settle(cancellationToken).ConfigureAwait(false);
            }

            MoveTo(end);
        }
        finally
        {
            Timeline.Rearm();
            _advancing.Release();
        }
    }

    /// <summary>The timer of the clock that is followed, set by the timeline; a clock that stands still has none.</summary>
    internal ITimer? CreateAlarm(TimerCallback callback) => _frozen ? null : _time.CreateTimer(callback, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private void MoveTo(DateTimeOffset time)
    {
        var ahead = (time - UtcNow).Ticks;
        if (ahead > 0) Interlocked.Add(ref _ticks, ahead);
    }
}
