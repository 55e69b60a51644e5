using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Peeker.Diagnostics;

/// <summary>The names under which the client can be observed (docs/reliability.md).</summary>
public static class PeekerTelemetry
{
    /// <summary>
    /// The source of activities: one for each call, named by its operation (<c>Orders_Create</c>), and one within it for each attempt, named and
    /// tagged by the conventions for HTTP clients (<c>POST /orders</c>). None carries an id, a query, a header or a body.
    /// </summary>
    public const string ActivitySourceName = "Peeker";

    /// <summary>
    /// The meter: <c>peeker.client.call.duration</c> and <c>peeker.client.budget.wait</c> in seconds, <c>peeker.client.attempts</c> by operation and end.
    /// </summary>
    public const string MeterName = "Peeker";

    /// <summary>The category of every log line.</summary>
    public const string LogCategory = "Peeker";

    internal static readonly ActivitySource Activities = new(ActivitySourceName, Version);
    internal static readonly Meter Meter = new(MeterName, Version);

    internal static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>("peeker.client.call.duration", "s", "How long a call took, with all its attempts and waits.");

    internal static readonly Histogram<double> BudgetWait =
        Meter.CreateHistogram<double>("peeker.client.budget.wait", "s", "How long an attempt waited for a permit of the request budget.");

    internal static readonly Counter<long> Attempts =
        Meter.CreateCounter<long>("peeker.client.attempts", "{attempt}", "Attempts, by how they ended.");

    private static string Version => typeof(PeekerTelemetry).Assembly.GetName().Version!.ToString(3);
}
