namespace Peeker.Benchmarks.Floor;

internal sealed class OrderDomains
{
    public List<string>? Registered { get; set; }

    public List<string>? Imported { get; set; }
}
