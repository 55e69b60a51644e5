namespace Peeker.AspNetCore;

/// <summary>A handler as it was registered.</summary>
internal abstract class HandlerEntry
{
    public abstract bool Takes(WebhookEvent happened);

    public abstract Task RunAsync(WebhookEvent happened, InboxClaim claim, IServiceProvider services, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class HandlerEntry<TEvent>(Func<WebhookDelivery<TEvent>, CancellationToken, Task> handle) : HandlerEntry
    where TEvent : WebhookEvent
{
    public override bool Takes(WebhookEvent happened) => happened is TEvent;

    public override Task RunAsync(WebhookEvent happened, InboxClaim claim, IServiceProvider services, CancellationToken cancellationToken) => handle(
        new()
        {
            Event = (TEvent)happened,
            Body = claim.Event.Body,
            SecretLabel = claim.Event.SecretLabel,
            Attempt = claim.Attempt,
            IsRepeat = claim.IsRepeat,
            IsStale = claim.IsStale,
            IsReconciled = claim.Event.IsReconciled,
            ReceivedAt = claim.Event.ReceivedAt,
            Services = services,
        },
        cancellationToken);
}
