namespace Peeker.Sandbox.State;

/// <summary>A change of where domains redirect to.</summary>
internal sealed record ForwardingRecord(string Id, string Url, IReadOnlyList<DomainRecord> Domains, DateTimeOffset CreatedAt) : IResource
{
    public int Announced { get; set; }

    public ForwardingStatus Status { get; set; } = ForwardingStatus.InProgress;

    public List<string> Completed { get; } = [];

    public List<ForwardingFailure> Failed { get; } = [];

    public DateTimeOffset? CompletedAt { get; set; }

    public ForwardingJob ToModel() => new()
    {
        Id = Id,
        Status = Status,
        CompletedCount = Completed.Count,
        FailedCount = Failed.Count,
        ForwardingUrl = Url,
        Completed = [.. Completed],
        Failed = [.. Failed],
        CreatedAt = CreatedAt,
        CompletedAt = CompletedAt,
    };
}
