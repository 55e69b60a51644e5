namespace Peeker.Benchmarks.Floor;

internal sealed class ImportFailure
{
    public string? Domain { get; set; }

    public string? Reason { get; set; }
}
