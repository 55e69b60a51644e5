namespace Peeker.Benchmarks.Floor;

internal sealed class NameserverGroup
{
    public List<string>? Nameservers { get; set; }

    public List<string>? Domains { get; set; }
}
