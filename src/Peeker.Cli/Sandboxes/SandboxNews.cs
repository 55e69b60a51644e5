using System.Diagnostics;
using Peeker.Sandbox;

namespace Peeker.Cli.Sandboxes;

/// <summary>What happened in a sandbox since it was looked at last.</summary>
internal sealed class SandboxNews(PeekerSandbox sandbox)
{
    private readonly Stopwatch _sinceEvents = Stopwatch.StartNew();
    private TimeSpan _pause;
    private ReceivedRequest? _request;
    private string? _event;
    private WebhookDelivery? _delivery;

    public IReadOnlyList<ReceivedRequest> Requests() => After(sandbox.Requests.All, seen => ReferenceEquals(seen, _request), ref _request);

    public IReadOnlyList<WebhookDelivery> Deliveries() => After(sandbox.Webhooks.Deliveries, seen => ReferenceEquals(seen, _delivery), ref _delivery);

    /// <summary>Orders, in the state that an event told of.</summary>
    public IReadOnlyList<OrderState> Orders()
    {
        // Every look reads all events there ever were: a twentieth of a core is enough for that.
        if (_sinceEvents.Elapsed < _pause) return [];
        _sinceEvents.Restart();
        var all = sandbox.Webhooks.Events;
        var from = _event is null ? 0 : all.Count;
        while (from > 0 && _event is not null && all[from - 1].Id != _event) from--;
        if (all.Count > 0) _event = all[^1].Id;
        var orders = all.Skip(from).Select(OrderState.Of).OfType<OrderState>().ToList();
        _pause = _sinceEvents.Elapsed * 20;
        return orders;
    }

    // What was seen last may be gone by now, from a list that keeps the newest; then all of it is new.
    private static T[] After<T>(IReadOnlyList<T> all, Func<T, bool> isLast, ref T? last)
        where T : class
    {
        var from = all.Count;
        while (from > 0 && (last is null || !isLast(all[from - 1]))) from--;
        if (all.Count > 0) last = all[^1];
        return [.. all.Skip(from)];
    }
}
