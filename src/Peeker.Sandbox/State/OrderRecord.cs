namespace Peeker.Sandbox.State;

/// <summary>An order. Its status follows the clock.</summary>
internal sealed class OrderRecord
{
    public required string Id { get; init; }

    public required string UserId { get; init; }

    public required string Email { get; init; }

    public required string? BundleId { get; init; }

    public required OrderCosts Costs { get; init; }

    public required IReadOnlyList<DomainRecord> Domains { get; init; }

    public required IReadOnlyList<Persona> Personas { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset CompletesAt { get; init; }

    public OrderStatus StatusAt(DateTimeOffset now) => now >= CompletesAt ? OrderStatus.Completed : OrderStatus.InProgress;

    // Assumption: an order has a renewal date once it is live. The quickstart's fresh receipt has none.
    private DateTimeOffset? RenewsAt(OrderStatus status) => status == OrderStatus.InProgress ? null : CreatedAt.AddMonths(1);

    public OrderReceipt ToReceipt(OrderStatus status) => new()
    {
        Id = Id,
        UserId = UserId,
        Email = Email,
        BundleId = BundleId,
        Status = status,
        DomainCount = Domains.Count,
        Costs = new() { TotalCents = Costs.TotalCents, Currency = Costs.Currency },
        RenewsAt = RenewsAt(status),
        CreatedAt = CreatedAt,
    };

    public OrderDetail ToDetail(OrderStatus status) => new()
    {
        Id = Id,
        UserId = UserId,
        Email = Email,
        BundleId = BundleId,
        Status = status,
        DomainCount = Domains.Count,
        Costs = Costs,
        Domains = new()
        {
            Registered = [.. Domains.Where(domain => !domain.Imported).Select(domain => domain.Name)],
            Imported = [.. Domains.Where(domain => domain.Imported).Select(domain => domain.Name)],
        },
        Personas = Personas,
        RenewsAt = RenewsAt(status),
        CreatedAt = CreatedAt,
    };
}
