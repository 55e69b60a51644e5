using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Peeker.Redis;

/// <summary>What a budget says of itself: to the log once for each change, and in figures.</summary>
internal static partial class BudgetReports
{
    private static readonly Meter Meter = new("Peeker.Redis");

    private static readonly Counter<long> Fallbacks = Meter.CreateCounter<long>(
        "peeker.request_budget.fallbacks", "{fallback}", "How often a process went on with its share because Redis was away.");

    private static readonly Counter<long> Alone = Meter.CreateCounter<long>(
        "peeker.request_budget.alone", "{permit}", "Permits that a process granted from its share while Redis was away.");

    public static void GrantedAlone() => Alone.Add(1);

    public static void FellBack(ILogger logger, string budget, int share, string cause)
    {
        Fallbacks.Add(1);
        Away(logger, budget, share, cause);
    }

    [LoggerMessage(1, LogLevel.Warning, "Redis is away from the request budget {Budget} ({Cause}). This process goes on with its share of {Share} permits.")]
    private static partial void Away(ILogger logger, string budget, int share, string cause);

    [LoggerMessage(2, LogLevel.Information, "Redis is back at the request budget {Budget}, and has been told the {Permits} permits of the last window of this process.")]
    public static partial void Back(ILogger logger, string budget, int permits);
}
