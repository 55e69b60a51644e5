namespace Peeker.Sandbox.State;

/// <summary>An order.</summary>
internal sealed class OrderRecord : IResource
{
    // The documented example of a cancellation ends a period 30 days after its order.
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    public required string Id { get; init; }

    public int Announced { get; set; }

    public required string UserId { get; init; }

    public required string Email { get; init; }

    public required string? BundleId { get; init; }

    public required IReadOnlyList<Persona> Personas { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public OrderStatus Status { get; set; } = OrderStatus.InProgress;

    public List<OrderSlot> Slots { get; } = [];

    /// <summary>Domains bought with the order; a cancellation does not sell them back.</summary>
    public int Registrations { get; set; }

    /// <summary>Counts the attempts to provision it. A step of an earlier attempt does nothing.</summary>
    public int Attempt { get; set; }

    /// <summary>Goes on with an order that asked for action.</summary>
    public Action<DateTimeOffset>? Resume { get; set; }

    public OrderSlot? SlotOf(DomainRecord domain) => Slots.Find(slot => slot.Domain == domain);

    /// <summary>The end of the renewal period that a moment lies in.</summary>
    public DateTimeOffset PeriodEnd(DateTimeOffset now) => CreatedAt + (Period * (((now - CreatedAt).Ticks / Period.Ticks) + 1));

    public OrderReceipt ToReceipt(DateTimeOffset now) => new()
    {
        Id = Id,
        UserId = UserId,
        Email = Email,
        BundleId = BundleId,
        Status = Status,
        DomainCount = Slots.Count,
        Costs = OrderPrice.Of(this, withLines: false),
        RenewsAt = RenewsAt(now),
        CreatedAt = CreatedAt,
    };

    public OrderDetail ToDetail(DateTimeOffset now) => new()
    {
        Id = Id,
        UserId = UserId,
        Email = Email,
        BundleId = BundleId,
        Status = Status,
        DomainCount = Slots.Count,
        Costs = OrderPrice.Of(this, withLines: true),
        Domains = new()
        {
            Registered = [.. Slots.Where(slot => slot.Registered).Select(slot => slot.Domain.Name)],
            Imported = [.. Slots.Where(slot => !slot.Registered).Select(slot => slot.Domain.Name)],
        },
        Personas = Personas,
        RenewsAt = RenewsAt(now),
        CreatedAt = CreatedAt,
    };

    // Assumption: an order has a renewal date while it is live. The quickstart's fresh receipt has none.
    private DateTimeOffset? RenewsAt(DateTimeOffset now) => Status == OrderStatus.Completed ? PeriodEnd(now) : null;
}
