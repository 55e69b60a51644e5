namespace Peeker.Sandbox.State;

/// <summary>An import of domains.</summary>
internal sealed record ImportRecord(string Id, IReadOnlyList<string> Asked, DateTimeOffset CreatedAt) : IResource
{
    public int Announced { get; set; }

    // Assumption: what the two nameservers of a group are called; the guide shows names like these.
    private static readonly string[] Nameservers = ["helena.ns.cloudflare.com", "idris.ns.cloudflare.com"];

    public ImportStatus Status { get; set; } = ImportStatus.InProgress;

    public List<string> Imported { get; } = [];

    public List<ImportFailure> Failed { get; } = [];

    /// <summary>Domains whose nameservers are not pointed yet.</summary>
    public List<DomainRecord> Waiting { get; } = [];

    public DateTimeOffset? CompletedAt { get; set; }

    public ImportJob ToModel() => new()
    {
        Id = Id,
        Status = Status,
        NameserverGroups = Imported.Count > 0 ? [new() { Nameservers = Nameservers, Domains = [.. Imported] }] : [],
        Failed = [.. Failed],
        CreatedAt = CreatedAt,
        CompletedAt = CompletedAt,
    };
}
