namespace CheckoutTests;

/// <summary>What the shop knows of its orders, out of the events that Peeker sends. A shop would keep this in its database.</summary>
internal sealed class OrderBook(WebhookVerifier verifier)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, (DateTimeOffset At, OrderState State)> _orders = [];
    private readonly List<string> _mails = [];

    /// <summary>What was written to customers.</summary>
    public IReadOnlyList<string> Mails
    {
        get
        {
            lock (_lock) return [.. _mails];
        }
    }

    public OrderState StateOf(string orderId)
    {
        lock (_lock) return _orders.TryGetValue(orderId, out var entry) ? entry.State : OrderState.NotHeardOf;
    }

    /// <summary>Takes a delivery. False when it is not Peeker's.</summary>
    public bool Receive(ReadOnlySpan<byte> body, string? timestamp, string? signature)
    {
        if (!verifier.TryVerify(body, timestamp, signature, out _)) return false;
        var received = WebhookEvent.Parse(body);
        lock (_lock)
        {
            if (_seen.Add(received.Id)) Apply(received);
        }

        return true;
    }

    private void Apply(WebhookEvent received)
    {
        var (order, state) = received switch
        {
            OrderInProgress made => (made.Data, OrderState.Working),
            OrderActionRequired made => (made.Data, OrderState.WaitsForUs),
            OrderCompleted made => (made.Data, OrderState.Live),
            OrderFailed made => (made.Data, OrderState.Failed),
            OrderCancelScheduled made => (made.Data, OrderState.Ending),
            OrderCancelled made => (made.Data, OrderState.Ended),
            _ => ((OrderDetail?)null, OrderState.NotHeardOf),
        };
        if (order is null) return;

        // Events may come in any order. Their times have whole seconds; within one, the later stage is the newer.
        var entry = (received.CreatedAt, state);
        if (_orders.TryGetValue(order.Id, out var known) && entry.CompareTo(known) < 0) return;
        _orders[order.Id] = entry;
        if (state == OrderState.Live) _mails.Add($"{order.Email}: your inboxes are live");
        else if (state == OrderState.Failed) _mails.Add($"{order.Email}: your order failed, and you are not charged");
        else if (state == OrderState.Ended) _mails.Add($"{order.Email}: your plan has ended");
    }
}

/// <summary>Where an order stands, in the order of its stages.</summary>
internal enum OrderState
{
    NotHeardOf,
    Working,
    WaitsForUs,
    Live,
    Failed,
    Ending,
    Ended,
}
