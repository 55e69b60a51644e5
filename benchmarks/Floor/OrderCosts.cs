namespace Peeker.Benchmarks.Floor;

internal sealed class OrderCosts
{
    public long TotalCents { get; set; }

    public string? Currency { get; set; }

    public List<LineItem>? LineItems { get; set; }
}
