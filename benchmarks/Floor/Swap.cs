namespace Peeker.Benchmarks.Floor;

internal sealed class Swap
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public string? DomainId { get; set; }

    public string? ReplacementDomain { get; set; }

    public string? Status { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }
}
