namespace Peeker.Benchmarks.Floor;

internal sealed class BundleOrder
{
    public string? User { get; set; }

    public string? BundleId { get; set; }

    public OrderSequencer? Sequencer { get; set; }

    public string? ForwardingUrl { get; set; }

    public List<OrderDomainObject>? Domains { get; set; }

    public List<Persona>? Personas { get; set; }
}
