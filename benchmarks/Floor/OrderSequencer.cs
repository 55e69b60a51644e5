namespace Peeker.Benchmarks.Floor;

internal sealed class OrderSequencer
{
    public string? Provider { get; set; }

    public long? ClientId { get; set; }

    public string? LoginEmail { get; set; }

    public string? LoginPassword { get; set; }
}
