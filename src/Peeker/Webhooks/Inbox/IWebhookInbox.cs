namespace Peeker;

/// <summary>
/// Remembers which events were worked on. An event is completed once; its handler runs at least once and is told when it runs again; in effect
/// once if the handler writes in the same transaction or is idempotent.
/// </summary>
/// <remarks>Safe to share between threads; a durable one between processes. Records are kept for 72 hours after an event was completed, then swept.</remarks>
public interface IWebhookInbox
{
    /// <summary>Claims an event, and keeps it if it is new.</summary>
    /// <param name="delivered">The event.</param>
    /// <param name="lease">How long nobody else may claim it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What the inbox says, and the claim if it is granted.</returns>
    /// <exception cref="PeekerInboxException">The store did not answer, or cannot be used; so for every other call.</exception>
    ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a lease, counted from now.</summary>
    /// <returns>False when the claim is no longer the newest of its event, or the event was completed.</returns>
    ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>Completes the event, once and for all.</summary>
    /// <returns>False when the claim is no longer the newest of its event: somebody else has taken over, and completes it or has completed it.</returns>
    ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim back after a failure, so that the event can be claimed again at once, or after a time.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="retryAfter">How long nobody may claim it; not at all if zero.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the claim is no longer the newest of its event.</returns>
    ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default);

    /// <summary>The highest <see cref="InboxEvent.Position"/> among the completed events of a resource; null when none is known.</summary>
    /// <remarks>Kept as long as the records. With it a state found by asking the API is known to have been told of before.</remarks>
    ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default);
}
