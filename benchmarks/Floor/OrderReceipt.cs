namespace Peeker.Benchmarks.Floor;

internal sealed class OrderReceipt
{
    public string? Id { get; set; }

    public string? UserId { get; set; }

    public string? Email { get; set; }

    public string? BundleId { get; set; }

    public string? Status { get; set; }

    public int DomainCount { get; set; }

    public OrderCosts? Costs { get; set; }

    public DateTimeOffset? RenewsAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
