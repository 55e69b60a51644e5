namespace Peeker.Benchmarks.Floor;

internal sealed class AvailabilityRequest
{
    public List<string>? Domains { get; set; }
}
