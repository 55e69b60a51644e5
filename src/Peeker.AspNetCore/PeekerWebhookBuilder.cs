using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Peeker.AspNetCore;

/// <summary>Registers handlers of webhooks, and the inbox.</summary>
public sealed class PeekerWebhookBuilder
{
    internal PeekerWebhookBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the host.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Handles events of a type. Every handler whose type fits runs, in the order they were registered.</summary>
    /// <typeparam name="TEvent">A documented event, <see cref="UnknownEvent"/>, or <see cref="WebhookEvent"/> for all.</typeparam>
    /// <param name="handle">Works on an event; runs again if it throws.</param>
    public PeekerWebhookBuilder Handle<TEvent>(Func<WebhookDelivery<TEvent>, CancellationToken, Task> handle)
        where TEvent : WebhookEvent
    {
        ArgumentNullException.ThrowIfNull(handle);
        Services.AddSingleton<HandlerEntry>(new HandlerEntry<TEvent>(handle));
        return this;
    }

    /// <summary>Handles events of a type with a class, which is made with its services for each event.</summary>
    /// <typeparam name="TEvent">A documented event, <see cref="UnknownEvent"/>, or <see cref="WebhookEvent"/> for all.</typeparam>
    /// <typeparam name="THandler">The class; scoped, unless it is registered already.</typeparam>
    public PeekerWebhookBuilder Handle<TEvent, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>()
        where TEvent : WebhookEvent
        where THandler : class, IWebhookHandler<TEvent>
    {
        Services.TryAddScoped<THandler>();
        return Handle<TEvent>(static (delivery, cancellation) => delivery.Services.GetRequiredService<THandler>().HandleAsync(delivery, cancellation));
    }

    /// <summary>
    /// Replaces the inbox, which is in memory if not given. An <see cref="IDurableWebhookInbox"/> is used as such, and found under that name too; another
    /// takes the place of a durable one, for which null is found then.
    /// </summary>
    /// <param name="inbox">Makes the inbox, once; it is disposed with the services.</param>
    public PeekerWebhookBuilder UseInbox(Func<IServiceProvider, IWebhookInbox> inbox)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        Services.RemoveAll<IDurableWebhookInbox>().RemoveAll<IWebhookInbox>();
        Services.AddSingleton(inbox);
        // What it is shows when it is made.
        Services.AddSingleton(static provider => (provider.GetRequiredService<IWebhookInbox>() as IDurableWebhookInbox)!);
        return this;
    }
}
