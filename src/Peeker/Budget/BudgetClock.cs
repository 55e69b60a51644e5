namespace Peeker.Budget;

/// <summary>Reads a clock that only goes forward, and converts its units so that no rounding ever shortens a wait.</summary>
internal sealed class BudgetClock(TimeProvider time)
{
    /// <summary>The system's timers count whole milliseconds and cut off the rest; one that fires too early would be set again at once.</summary>
    private const long TimerGrain = TimeSpan.TicksPerMillisecond;

    public long Now => time.GetTimestamp();

    /// <summary>A margin for clocks that run at slightly different speeds: 50 ms, but never more than 0.5 % of the window.</summary>
    public static TimeSpan DefaultMargin(TimeSpan window) => TimeSpan.FromTicks(Math.Min(50 * TimeSpan.TicksPerMillisecond, window.Ticks / 200));

    public long Units(TimeSpan span) => (long)Math.Ceiling(span.Ticks * (decimal)time.TimestampFrequency / TimeSpan.TicksPerSecond);

    public TimeSpan Span(long units) => TimeSpan.FromTicks((long)Math.Ceiling(units * (decimal)TimeSpan.TicksPerSecond / time.TimestampFrequency));

    /// <summary>An age: rounded down, so that what is remembered never seems older than it is.</summary>
    public long Micros(long units) => (long)(units * 1_000_000m / time.TimestampFrequency);

    /// <summary>For a timer: not shorter than what is left, in whole milliseconds.</summary>
    public TimeSpan TimerSpan(long units) => TimeSpan.FromTicks((Math.Max(0, Span(units).Ticks) + TimerGrain - 1) / TimerGrain * TimerGrain);
}
