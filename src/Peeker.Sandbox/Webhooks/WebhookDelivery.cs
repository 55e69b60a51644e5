namespace Peeker.Sandbox;

/// <summary>One attempt to deliver an event.</summary>
/// <param name="EventId">The event, the same for every attempt.</param>
/// <param name="Type">What happened.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="At">When it was made, on the sandbox's clock.</param>
/// <param name="Status">The receiver's answer; null when none came.</param>
public sealed record WebhookDelivery(string EventId, WebhookEventType Type, int Attempt, DateTimeOffset At, int? Status)
{
    /// <summary>Whether the receiver answered 2xx.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;

    /// <summary>Where it happened.</summary>
    public KeyEnvironment Environment { get; init; }

    /// <summary>Whether it came from a resend or a duplicate, beside the attempts of the event itself.</summary>
    public bool IsExtra { get; init; }
}
