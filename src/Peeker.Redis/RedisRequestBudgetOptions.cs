using Microsoft.Extensions.Logging;
using Peeker.Budget;

namespace Peeker.Redis;

/// <summary>What the processes of a <see cref="RedisRequestBudget"/> share. All of them should be given the same.</summary>
public sealed class RedisRequestBudgetOptions
{
    /// <summary>Names the budget in Redis. One for each API key, but never the key itself, which would be readable there.</summary>
    public required string Name { get; init; }

    /// <summary>Requests of all processes together in any <see cref="Window"/>. 600 (docs.peeker.ai/rate-limits).</summary>
    public int Permits { get; init; } = 600;

    /// <summary>The window; one minute, at most a day. Assumption: the window of the API slides, so a window of ours begins anywhere.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What is added to the window, for clocks that run at slightly different speeds. 50 ms, or 0.5 % of the window if that is less.</summary>
    public TimeSpan? Margin { get; init; }

    /// <summary>Callers of this process that may wait at one time. Whoever comes later is refused at once. 10,000.</summary>
    public int QueueLimit { get; init; } = 10_000;

    /// <summary>
    /// Among how many processes the permits are divided while Redis is away; as many as were last seen if not given. A process that has never
    /// reached Redis has seen itself alone, so set this if processes may start while Redis is away.
    /// </summary>
    public int? Processes { get; init; }

    /// <summary>
    /// How long a permit of a process that died counts as in use, before its window begins. Two minutes. An attempt may not take longer,
    /// or its permit might be taken again too early.
    /// </summary>
    public TimeSpan MaxHold { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long Redis may take to answer, before this process goes on with its share. One second.</summary>
    public TimeSpan RedisTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How this process is known to the others. A new name each time if not given; no two processes may have the same.</summary>
    public string Process { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>The clock of this process. The windows in Redis are measured by the clock of Redis.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Spreads the calls of many processes a little. Must be safe to share between threads.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>Is told, once for each change, that Redis is away or back.</summary>
    public ILogger? Logger { get; init; }

    internal TimeSpan Span => Window + (Margin ?? BudgetClock.DefaultMargin(Window));

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentException.ThrowIfNullOrWhiteSpace(Process);
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentNullException.ThrowIfNull(Random);
        if (Name.Contains("pk_live_", StringComparison.Ordinal) || Name.Contains("pk_test_", StringComparison.Ordinal))
            throw new ArgumentException("The name of a budget is readable in Redis; choose one that is not the API key.", nameof(Name));
        ArgumentOutOfRangeException.ThrowIfLessThan(Permits, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(QueueLimit, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(Processes ?? 1, 1, nameof(Processes));
        Require(Window > TimeSpan.Zero && Window <= TimeSpan.FromDays(1), nameof(Window), "is longer than nothing and at most a day");
        Require(Margin is null || (Margin >= TimeSpan.Zero && Margin <= Window), nameof(Margin), "is not negative, and at most the window");
        Require(MaxHold > TimeSpan.Zero && MaxHold <= TimeSpan.FromDays(1), nameof(MaxHold), "is longer than nothing and at most a day");
        Require(RedisTimeout > TimeSpan.Zero && RedisTimeout <= TimeSpan.FromMinutes(1), nameof(RedisTimeout), "is longer than nothing and at most a minute");
    }

    private static void Require(bool fits, string name, string what)
    {
        if (!fits) throw new ArgumentOutOfRangeException(name, $"{name} {what}.");
    }
}
