namespace Peeker.Inbox.Receiver;

/// <summary>An inbox whose completions are written down.</summary>
internal class WitnessedInbox(IWebhookInbox inbox, Witness witness) : IWebhookInbox
{
    public async ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default)
    {
        var isCompleted = await inbox.CompleteAsync(claim, cancellationToken);
        witness.Write(isCompleted ? "completed" : "refused", claim.Event.EventId, claim.IsRepeat);
        return isCompleted;
    }

    public ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default) => inbox.ClaimAsync(delivered, lease, cancellationToken);

    public ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default) => inbox.RenewAsync(claim, lease, cancellationToken);

    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default) => inbox.ReleaseAsync(claim, retryAfter, cancellationToken);

    public ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default) => inbox.NewestPositionAsync(resourceId, cancellationToken);
}

/// <inheritdoc/>
internal sealed class WitnessedDurableInbox(IDurableWebhookInbox inbox, Witness witness) : WitnessedInbox(inbox, witness), IDurableWebhookInbox
{
    private readonly IDurableWebhookInbox _inbox = inbox;

    public ValueTask<bool> AcceptAsync(InboxEvent delivered, CancellationToken cancellationToken = default) => _inbox.AcceptAsync(delivered, cancellationToken);

    public ValueTask<InboxClaim?> ClaimNextAsync(TimeSpan lease, CancellationToken cancellationToken = default) => _inbox.ClaimNextAsync(lease, cancellationToken);

    public ValueTask<TimeSpan?> NextDueAsync(CancellationToken cancellationToken = default) => _inbox.NextDueAsync(cancellationToken);

    public ValueTask<bool> GiveBackAsync(InboxClaim claim, CancellationToken cancellationToken = default) => _inbox.GiveBackAsync(claim, cancellationToken);

    public ValueTask<bool> BuryAsync(InboxClaim claim, string reason, CancellationToken cancellationToken = default) => _inbox.BuryAsync(claim, reason, cancellationToken);

    public IAsyncEnumerable<DeadLetter> DeadLettersAsync(CancellationToken cancellationToken = default) => _inbox.DeadLettersAsync(cancellationToken);

    public ValueTask<bool> ReviveAsync(string eventId, CancellationToken cancellationToken = default) => _inbox.ReviveAsync(eventId, cancellationToken);

    public ValueTask<int> SweepAsync(CancellationToken cancellationToken = default) => _inbox.SweepAsync(cancellationToken);
}
