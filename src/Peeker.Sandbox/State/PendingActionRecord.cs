namespace Peeker.Sandbox.State;

/// <summary>Something the partner must do before an order can go on.</summary>
internal sealed record PendingActionRecord(string Id, OrderRecord Order, DomainRecord Domain, Persona Person, DateTimeOffset CreatedAt)
{
    public PendingActionStatus Status { get; set; } = PendingActionStatus.Open;

    public PendingAction ToModel() => new()
    {
        Id = Id,
        Type = PendingActionType.GoogleProfilePicture,
        Reason = PendingActionReason.ProfilePictureNotAccessible,
        Status = Status,
        DomainId = Domain.Id,
        Domain = Domain.Name,
        User = new() { FirstName = Person.FirstName, LastName = Person.LastName, ProfilePictureUrl = Person.ProfilePictureUrl },
        Message = "The profile picture could not be downloaded.",
        CreatedAt = CreatedAt,
    };
}
