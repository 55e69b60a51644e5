namespace Peeker.Benchmarks.Floor;

internal sealed class ForwardingJob
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public int CompletedCount { get; set; }

    public int FailedCount { get; set; }

    public string? ForwardingUrl { get; set; }

    public List<string>? Completed { get; set; }

    public List<ForwardingFailure>? Failed { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}
