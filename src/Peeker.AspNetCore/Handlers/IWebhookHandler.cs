namespace Peeker.AspNetCore;

/// <summary>Works on events of a type. Made anew for each event, in a scope of its own.</summary>
/// <typeparam name="TEvent">The event: one of the documented, <see cref="UnknownEvent"/>, or <see cref="WebhookEvent"/> for all.</typeparam>
public interface IWebhookHandler<TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Works on an event. When this returns for every handler of the event, it is completed; when one throws, all run again later.</summary>
    /// <param name="delivery">The event, and what is known of its delivery.</param>
    /// <param name="cancellationToken">Cancelled when the host stops, or when another process has taken the event over.</param>
    Task HandleAsync(WebhookDelivery<TEvent> delivery, CancellationToken cancellationToken);
}
