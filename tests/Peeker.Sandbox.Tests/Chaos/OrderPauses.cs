using System.Collections.Concurrent;
using System.Diagnostics;
using Peeker.Diagnostics;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>
/// How long the client waited before it sent an order again that was left open. Measured at the client: a busy server notes a request late, even after
/// its caller gave up, so its record says when requests came and not how long the caller waited.
/// </summary>
internal sealed class OrderPauses : IDisposable
{
    private readonly ConcurrentQueue<Activity> _attempts = new();
    private readonly ActivityListener _listener;

    public OrderPauses()
    {
        _listener = new()
        {
            ShouldListenTo = source => source.Name == PeekerTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { if (activity is { Kind: ActivityKind.Client, DisplayName: "POST /orders" }) _attempts.Enqueue(activity); },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<TimeSpan> All =>
    [
        .. _attempts.GroupBy(attempt => attempt.ParentSpanId).Select(call => call.OrderBy(attempt => attempt.StartTimeUtc).ToList())
            .SelectMany(call => call.Zip(call.Skip(1))).Where(pair => LeftOpen(pair.First))
            .Select(pair => pair.Second.StartTimeUtc - (pair.First.StartTimeUtc + pair.First.Duration)).Order(),
    ];

    public void Dispose() => _listener.Dispose();

    // A refusal, and an answer that was lost after the work, need no pause.
    private static bool LeftOpen(Activity attempt) => attempt.GetTagItem("http.response.status_code") is not (429 or 200);
}
