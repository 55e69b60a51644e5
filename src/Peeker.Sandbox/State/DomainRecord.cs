namespace Peeker.Sandbox.State;

/// <summary>A domain of the account: in the inventory, or on an order.</summary>
internal sealed class DomainRecord : IResource
{
    public required string Id { get; init; }

    public int Announced { get; set; }

    public required string Name { get; init; }

    public required IReadOnlyList<MailProvider> UsableFor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OrderRecord? Order { get; private set; }

    public MailProvider? Provider { get; private set; }

    public string? ForwardingUrl { get; set; }

    /// <summary>Whether its inboxes are live.</summary>
    public bool IsConnected { get; set; }

    /// <summary>When it leaves its order by a cancellation.</summary>
    public DateTimeOffset? CancelsAt { get; private set; }

    /// <summary>When that cancellation was asked for.</summary>
    public DateTimeOffset? CancelScheduledAt { get; private set; }

    public DateTimeOffset? PremiumSwappedAt { get; set; }

    public void Attach(OrderRecord order, MailProvider provider, string? forwardingUrl) => (Order, Provider, ForwardingUrl) = (order, provider, forwardingUrl ?? ForwardingUrl);

    public void CancelAt(DateTimeOffset? due, DateTimeOffset? asked) => (CancelsAt, CancelScheduledAt) = (due, asked);

    /// <summary>Back to the inventory, free for another order.</summary>
    public void Release() => (Order, Provider, ForwardingUrl, IsConnected, CancelsAt, CancelScheduledAt) = (null, null, null, false, null, null);

    public Domain ToModel() => new()
    {
        Id = Id,
        Name = Name,
        Category = Order is null ? DomainCategory.Inventory : DomainCategory.Connected,
        Status = IsConnected ? DomainStatus.Active : DomainStatus.Available,
        Provider = Provider,
        UserId = Order?.UserId,
        OrderId = Order?.Id,
        UsableFor = UsableFor,
        ForwardingUrl = ForwardingUrl,
        CreatedAt = CreatedAt,
    };
}
