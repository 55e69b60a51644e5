namespace Peeker.Benchmarks.Floor;

internal sealed class Availability
{
    public List<AvailabilityRow>? Domains { get; set; }
}
