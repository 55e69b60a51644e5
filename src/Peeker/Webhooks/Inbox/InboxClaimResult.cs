namespace Peeker;

/// <summary>The answer to a claim.</summary>
/// <param name="Answer">What the inbox says.</param>
/// <param name="Claim">The claim, when it is granted.</param>
public readonly record struct InboxClaimResult(InboxAnswer Answer, InboxClaim? Claim)
{
    /// <summary>Another answer than a granted claim.</summary>
    public static implicit operator InboxClaimResult(InboxAnswer answer) => new(answer, null);

    /// <summary>A granted claim.</summary>
    public static implicit operator InboxClaimResult(InboxClaim claim) => new(InboxAnswer.Claimed, claim);
}
