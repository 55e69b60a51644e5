namespace Peeker.Benchmarks.Floor;

internal sealed class AvailabilityRow
{
    public string? Domain { get; set; }

    public bool Available { get; set; }

    public long? PriceCents { get; set; }

    public long? RenewalPriceCents { get; set; }

    public string? Currency { get; set; }

    public List<string>? UsableFor { get; set; }

    public string? Reason { get; set; }

    public bool? Premium { get; set; }
}
