namespace Peeker.Sandbox.State;

/// <summary>A change of a domain, or of the names of its inboxes.</summary>
internal sealed record SwapRecord(string Id, SwapType Type, OrderRecord Order, DomainRecord Domain, string? ReplacementName, DateTimeOffset CreatedAt) : IResource
{
    public int Announced { get; set; }

    public SwapStatus Status { get; set; } = SwapStatus.Created;

    /// <summary>The new domain; null until it is bought or imported.</summary>
    public DomainRecord? Replacement { get; set; }

    public bool ReplacementIsBought { get; set; }

    /// <summary>Whether the names come with a picture that cannot be downloaded.</summary>
    public bool HasUnreachablePicture { get; init; }

    public bool IsOpen => Status != SwapStatus.Completed && Status != SwapStatus.Failed;

    public Swap ToModel() => new()
    {
        Id = Id,
        Type = Type,
        DomainId = Domain.Id,
        ReplacementDomain = ReplacementName,
        Status = Status,
        CreatedAt = CreatedAt,
    };
}
