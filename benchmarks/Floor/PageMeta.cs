namespace Peeker.Benchmarks.Floor;

internal sealed class PageMeta
{
    public string? Path { get; set; }

    public int PerPage { get; set; }

    public int Returned { get; set; }
}
