namespace Peeker.Benchmarks.Floor;

internal sealed class ImportJob
{
    public string? Id { get; set; }

    public string? Status { get; set; }

    public List<NameserverGroup>? NameserverGroups { get; set; }

    public List<ImportFailure>? Failed { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }
}
