namespace Peeker.Sandbox.State;

/// <summary>A change of where domains redirect to.</summary>
internal sealed record ForwardingRecord(string Id, string Url, List<DomainRecord> Domains, DateTimeOffset CreatedAt) : IResource
{
    // Where each domain was when the change was asked for.
    private readonly OrderRecord?[] _orders = [.. Domains.Select(domain => domain.Order)];

    public int Announced { get; set; }

    public ForwardingStatus Status { get; set; } = ForwardingStatus.InProgress;

    public List<string> Completed { get; } = [];

    public List<ForwardingFailure> Failed { get; } = [];

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>
    /// Redirects a domain, and counts it. Assumption: one that has left its order meanwhile, or has come onto one, is counted and keeps what it has: its redirect went
    /// with the old order, or came with the new one.
    /// </summary>
    public void Apply(DomainRecord domain)
    {
        if (_orders[Domains.IndexOf(domain)] == domain.Order) domain.ForwardingUrl = Url;
        Completed.Add(domain.Name);
    }

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
