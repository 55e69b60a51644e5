namespace Peeker.Benchmarks.Floor;

internal sealed class PageLinks
{
    public string? First { get; set; }

    public string? Next { get; set; }
}
