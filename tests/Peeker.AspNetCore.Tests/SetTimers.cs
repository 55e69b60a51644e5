using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>A clock that counts how often a timer is made, and how often one is set; and whose timers may ring early.</summary>
internal sealed class SetTimers : FakeTimeProvider
{
    public int Made { get; private set; }

    public int Set { get; private set; }

    /// <summary>How many timestamps a second has.</summary>
    public long Frequency { get; set; } = TimeSpan.TicksPerSecond;

    public override long TimestampFrequency => Frequency;

    /// <summary>How much too early they ring.</summary>
    public TimeSpan Early { get; set; }

    public override long GetTimestamp() => base.GetTimestamp() / (TimeSpan.TicksPerSecond / Frequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Made++;
        return new Counted(this, base.CreateTimer(callback, state, dueTime, period));
    }

    private sealed class Counted(SetTimers clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set++;
            return timer.Change(dueTime > clock.Early ? dueTime - clock.Early : dueTime, period);
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
