using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Sends events when they are due, up to five times within 24 hours, and keeps each attempt.</summary>
internal sealed class WebhookSender(Timeline timeline, Ids ids, WebhookPost post, WebhookQueue queue, Func<KeyEnvironment, WebhookSecrets> secretsOf)
{
    private const int MostDeliveries = 50_000;

    // Assumption: five deliveries in 24 hours and exponential are documented, the steps are not.
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(100), TimeSpan.FromHours(16)];

    private readonly object _lock = new();
    private readonly Queue<WebhookDelivery> _deliveries = new();
    private List<Attempt>? _held;

    public Uri? Url { get; set; }

    /// <summary>The share of events that come twice.</summary>
    public double DuplicateShare { get; set; }

    /// <summary>The longest that chance holds an event back, which brings them out of order.</summary>
    public TimeSpan DelayUpTo { get; set; }

    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_lock) return [.. _deliveries];
        }
    }

    public void Add(SandboxEvent made, DateTimeOffset at)
    {
        if (Url is null) return;
        Plan(new(made, 1, false), at + Delay("first"));
        if (ids.Chance(made.Id, "duplicate") < DuplicateShare) Plan(new(made, 1, true), at + Delay("second"));

        TimeSpan Delay(string which) => DelayUpTo * ids.Chance(made.Id, which);
    }

    public void Resend(SandboxEvent made) => Plan(new(made, 1, true), timeline.Now);

    public void Hold()
    {
        lock (_lock) _held ??= [];
    }

    public void Release(WebhookOrder order)
    {
        List<Attempt> held;
        lock (_lock)
        {
            held = _held ?? [];
            _held = null;
        }

        if (order == WebhookOrder.Reversed) held.Reverse();
        foreach (var attempt in order == WebhookOrder.Shuffled ? held.OrderBy(attempt => ids.Chance(attempt.Event.Id, "shuffle", attempt.Number + (attempt.IsExtra ? 10 : 0))) : held.AsEnumerable()) Start(attempt);
    }

    private void Plan(Attempt attempt, DateTimeOffset due) => timeline.At(due, _ => Start(attempt));

    private void Start(Attempt attempt)
    {
        lock (_lock)
        {
            if (_held is not null)
            {
                _held.Add(attempt);
                return;
            }
        }

        queue.Add(() => RunAsync(attempt));
    }

    private async Task RunAsync(Attempt attempt)
    {
        if (Url is not { } url) return;
        var now = timeline.Now;
        var made = attempt.Event;
        var status = await post.SendAsync(made, secretsOf(made.Environment), url, now).ConfigureAwait(false);
        var delivery = new WebhookDelivery(made.Id, made.Type, attempt.Number, now, status) { IsExtra = attempt.IsExtra, Environment = made.Environment };
        lock (_lock)
        {
            _deliveries.Enqueue(delivery);
            if (_deliveries.Count > MostDeliveries) _deliveries.Dequeue();
        }

        if (!delivery.IsAccepted && !attempt.IsExtra && attempt.Number <= Backoff.Length)
            Plan(attempt with { Number = attempt.Number + 1 }, now + Backoff[attempt.Number - 1]);
    }

    private sealed record Attempt(SandboxEvent Event, int Number, bool IsExtra);
}
