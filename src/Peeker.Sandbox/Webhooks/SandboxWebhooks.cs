using Peeker.Sandbox.State;
using Peeker.Sandbox.Time;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox;

/// <summary>The events of the sandbox: where they go, what was sent, and how they can be made to misbehave.</summary>
public sealed class SandboxWebhooks
{
    private readonly EventBook _events;
    private readonly WebhookSender _sender;
    private readonly WebhookQueue _queue;
    private readonly Timeline _timeline;
    private readonly Func<KeyEnvironment, World> _worldOf;
    private readonly Func<KeyEnvironment, WebhookSecrets> _secretsOf;

    internal SandboxWebhooks(
        EventBook events, WebhookSender sender, WebhookQueue queue, Timeline timeline, Func<KeyEnvironment, World> worldOf, Func<KeyEnvironment, WebhookSecrets> secretsOf) =>
        (_events, _sender, _queue, _timeline, _worldOf, _secretsOf) = (events, sender, queue, timeline, worldOf, secretsOf);

    /// <summary>Where events go from now on; null stops them, also those on their way. What happens without an address is in <see cref="Events"/> alone.</summary>
    /// <exception cref="ArgumentException">The address is not absolute, or neither http nor https.</exception>
    public Uri? Url
    {
        get => _sender.Url;
        set => _sender.Url = value is null || (value.IsAbsoluteUri && value.Scheme is ("http" or "https"))
            ? value
            : throw new ArgumentException("A webhook address must be absolute, with http or https.", nameof(value));
    }

    /// <summary>The newest secret of the test environment.</summary>
    public string Secret => _secretsOf(KeyEnvironment.Test).Live[0];

    /// <summary>How many deliveries may be under way together. One, which keeps their order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int AtOnce
    {
        get => _queue.AtOnce;
        set => _queue.AtOnce = value;
    }

    /// <summary>The share of events, from 0 to 1, that is delivered twice; which ones comes from the seed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public double DuplicateShare
    {
        get => _sender.DuplicateShare;
        set => _sender.DuplicateShare = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), "A share is from 0 to 1.");
    }

    /// <summary>Holds each event back by chance, up to this long on the sandbox's clock, so that they come out of order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative or more than a day.</exception>
    public TimeSpan DelayUpTo
    {
        get => _sender.DelayUpTo;
        set => _sender.DelayUpTo = value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1) ? value : throw new ArgumentOutOfRangeException(nameof(value), "A delay is from nothing to a day.");
    }

    /// <summary>What happened, in order, whether it was delivered or not; the newest 10,000.</summary>
    public IReadOnlyList<WebhookEvent> Events => [.. _events.All.Select(made => WebhookEvent.Parse(made.Body))];

    /// <summary>Every attempt to deliver an event, in the order they ended; the newest 50,000.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries => _sender.Deliveries;

    /// <summary>The secrets that sign the events of an environment, the newest first.</summary>
    public IReadOnlyList<string> SecretsOf(KeyEnvironment environment) => _secretsOf(environment).Live;

    /// <summary>Adds a secret and returns it. Until <see cref="RetireOldSecrets"/>, every delivery carries a signature of each.</summary>
    public string RotateSecret(KeyEnvironment? environment = null) => _secretsOf(environment ?? KeyEnvironment.Test).Rotate();

    /// <summary>Leaves only the newest secret.</summary>
    public void RetireOldSecrets(KeyEnvironment? environment = null) => _secretsOf(environment ?? KeyEnvironment.Test).RetireOld();

    /// <summary>Delivers an event once more: the same id and body, signed anew.</summary>
    /// <exception cref="ArgumentException">There was no event of this id.</exception>
    public void Resend(string eventId) =>
        _sender.Resend(_events.All.FirstOrDefault(made => made.Id == eventId) ?? throw new ArgumentException("No event has this id.", nameof(eventId)));

    /// <summary>Makes an event happen, and nothing else. Returns its id.</summary>
    /// <param name="type">Any of the documented events.</param>
    /// <param name="resourceId">The order, domain, job or swap it is about; the specification's example if not given.</param>
    /// <param name="environment">The environment it happens in; test if not given.</param>
    /// <exception cref="ArgumentException">The type is not documented, or there is no such resource.</exception>
    public string Trigger(WebhookEventType type, string? resourceId = null, KeyEnvironment? environment = null)
    {
        var world = _worldOf(environment ?? KeyEnvironment.Test);
        var now = _timeline.Now;
        var data = EventSamples.Of(world, type, resourceId, now) ?? throw new ArgumentException($"There is no resource of this id that {type} could be about.", nameof(resourceId));
        return _events.AddByHand(world, type, now, data).Id;
    }

    /// <summary>Keeps back whatever would be delivered, first attempts and later ones, until <see cref="Release"/>.</summary>
    public void Hold() => _sender.Hold();

    /// <summary>Sends what was held, and holds no longer.</summary>
    public void Release(WebhookOrder order = WebhookOrder.AsMade) => _sender.Release(order);
}
