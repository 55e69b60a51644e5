namespace Peeker.Benchmarks.Floor;

internal sealed class LineItem
{
    public string? Type { get; set; }

    public int Quantity { get; set; }

    public long AmountCents { get; set; }
}
