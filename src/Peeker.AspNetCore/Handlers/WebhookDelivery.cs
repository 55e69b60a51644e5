namespace Peeker.AspNetCore;

/// <summary>An event on its way through a handler.</summary>
/// <typeparam name="TEvent">The event's type.</typeparam>
public sealed class WebhookDelivery<TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>The event.</summary>
    public required TEvent Event { get; init; }

    /// <summary>The raw body that was verified. It may hold personal data.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The label of the secret that signed it, for example <c>live</c>; <c>reconciled</c> for an event that was not delivered.</summary>
    public required string SecretLabel { get; init; }

    /// <summary>How often work on the event has begun, this time included; 1 for the first.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether a handler has begun on this event before, and may have done its work, or a part of it.</summary>
    public bool IsRepeat
    {
        get => field || Attempt > 1;
        init;
    }

    /// <summary>Whether an event of the same resource that tells of a later state has been completed already.</summary>
    public bool IsStale { get; init; }

    /// <summary>Whether the event was not delivered, but made of what the API says of its resource.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>When the delivery arrived, by the receiver's clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The services of the scope in which the event is worked on.</summary>
    public required IServiceProvider Services
    {
        get => field is LazyScope scope ? scope.Services : field;
        init;
    }

    /// <summary>The event's type and id, and the attempt.</summary>
    public override string ToString() => $"{Event}, attempt {Attempt}";
}
