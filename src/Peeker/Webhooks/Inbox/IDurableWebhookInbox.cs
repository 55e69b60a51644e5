namespace Peeker;

/// <summary>
/// An inbox that keeps the events themselves: a delivery is accepted and answered at once, and worked off in the background, so that a slow handler
/// meets no time limit and a crash loses nothing.
/// </summary>
public interface IDurableWebhookInbox : IWebhookInbox
{
    /// <summary>Keeps an event. When this returns, the event survives a crash of the process and of the machine.</summary>
    /// <returns>False when the event was known already.</returns>
    ValueTask<bool> AcceptAsync(InboxEvent delivered, CancellationToken cancellationToken = default);

    /// <summary>Claims the event that has been due the longest; null when none is due.</summary>
    ValueTask<InboxClaim?> ClaimNextAsync(TimeSpan lease, CancellationToken cancellationToken = default);

    /// <summary>How long until an event may be due, as far as is known; null when nothing waits.</summary>
    ValueTask<TimeSpan?> NextDueAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives a claim back that was cut short by no fault of its event, for example because the host stops. The event can be claimed again at once, the
    /// attempt does not count, and the next run is still told that it is a repeat.
    /// </summary>
    /// <remarks>An inbox that does not say otherwise counts the attempt: it releases the claim.</remarks>
    /// <returns>False when the claim is no longer the newest of its event.</returns>
    ValueTask<bool> GiveBackAsync(InboxClaim claim, CancellationToken cancellationToken = default) => ReleaseAsync(claim, TimeSpan.Zero, cancellationToken);

    /// <summary>Puts an event that failed too often aside, for a person.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="reason">The type of what went wrong: no message, which may hold personal data.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>False when the claim is no longer the newest of its event.</returns>
    ValueTask<bool> BuryAsync(InboxClaim claim, string reason, CancellationToken cancellationToken = default);

    /// <summary>The events that were put aside, oldest first.</summary>
    IAsyncEnumerable<DeadLetter> DeadLettersAsync(CancellationToken cancellationToken = default);

    /// <summary>Gives an event that was put aside its attempts back, to be worked off now.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    ValueTask<bool> ReviveAsync(string eventId, CancellationToken cancellationToken = default);

    /// <summary>Forgets events that were completed longer ago than the inbox keeps them. Dead letters stay.</summary>
    /// <returns>How many were forgotten.</returns>
    ValueTask<int> SweepAsync(CancellationToken cancellationToken = default);
}
