namespace Peeker.Sandbox.State;

/// <summary>A domain of the account: in the inventory, or on an order.</summary>
internal sealed class DomainRecord
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<MailProvider> UsableFor { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Imported { get; init; }

    public OrderRecord? Order { get; set; }

    public MailProvider? Provider { get; set; }

    public string? ForwardingUrl { get; set; }

    public Domain ToModel()
    {
        var connected = Order is not null;
        var model = new Domain
        {
            Id = Id,
            Name = Name,
            Category = connected ? DomainCategory.Connected : DomainCategory.Inventory,
            Status = connected ? DomainStatus.Active : DomainStatus.Available,
            Provider = Provider,
            UserId = Order?.UserId,
            OrderId = Order?.Id,
            UsableFor = UsableFor,
            ForwardingUrl = ForwardingUrl,
            CreatedAt = CreatedAt,
        };
        return model;
    }
}
