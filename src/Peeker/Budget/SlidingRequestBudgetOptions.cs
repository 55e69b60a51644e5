using Peeker.Budget;

namespace Peeker;

/// <summary>How many requests a <see cref="SlidingRequestBudget"/> lets go in which time. Every member may be left as it is.</summary>
public sealed class SlidingRequestBudgetOptions
{
    /// <summary>Requests in any <see cref="Window"/>. 600 (docs.peeker.ai/rate-limits).</summary>
    public int Permits { get; init; } = 600;

    /// <summary>The window; one minute, at most a day. Assumption: the window of the API slides, so a window of ours begins anywhere.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What is added to the window, for clocks that run at slightly different speeds. 50 ms, or 0.5 % of the window if that is less.</summary>
    public TimeSpan? Margin { get; init; }

    /// <summary>Permits that may be waited for at one time. Whoever comes later is refused at once. 10,000.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>The clock that windows are measured with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal TimeSpan Span => Window + (Margin ?? BudgetClock.DefaultMargin(Window));

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentOutOfRangeException.ThrowIfLessThan(Permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueLimit, 0);
        if (Window <= TimeSpan.Zero || Window > TimeSpan.FromDays(1)) throw new ArgumentOutOfRangeException(nameof(Window), "The window is longer than nothing and at most a day.");
        if (Margin < TimeSpan.Zero || Margin > Window) throw new ArgumentOutOfRangeException(nameof(Margin), "The margin is not negative, and at most the window.");
    }
}
