namespace Peeker.Benchmarks.Floor;

internal sealed class OrderDomainObject
{
    public string? Domain { get; set; }

    public string? ForwardingUrl { get; set; }
}
