namespace Peeker.Benchmarks.Floor;

internal sealed class OrderReceiptPage
{
    public List<OrderReceipt>? Data { get; set; }

    public PageLinks? Links { get; set; }

    public PageMeta? Meta { get; set; }
}
