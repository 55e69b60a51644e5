namespace Peeker.Benchmarks.Floor;

internal sealed class ForwardingFailure
{
    public string? Domain { get; set; }

    public string? Reason { get; set; }
}
