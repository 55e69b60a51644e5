namespace Peeker.AspNetCore;

/// <summary>What configuration may say of the webhooks. A secret is needed; every other member may be left out.</summary>
public sealed class PeekerWebhookSettings
{
    /// <summary>
    /// The secrets by label, for example <c>live</c> and <c>sandbox</c>. A delivery is accepted if any of them signed it, so that one can be rotated:
    /// add the new one under another label, and take the old one away later. Read anew when configuration changes.
    /// </summary>
    public IDictionary<string, string> Secrets { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How old, or how far ahead, the time of signing may be. Assumption: 300 seconds.</summary>
    public TimeSpan Tolerance { get; set; } = WebhookSignatureScheme.DefaultTolerance;

    /// <summary>The largest body that is read, in bytes. 1 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>How long a claim on an event lasts; it is renewed while the handler runs. 30 seconds.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>After which time in a request a handler is reported as slow; Peeker waits 15 seconds. 10 seconds.</summary>
    public TimeSpan SlowAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After which time in the background a handler is reported as slow; it is not cut off. 5 minutes.</summary>
    public TimeSpan SlowInBackgroundAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How many events of a durable inbox are worked on at once. 4.</summary>
    public int Workers { get; set; } = 4;

    /// <summary>How often an event of a durable inbox is tried before it becomes a dead letter. 12, about three hours.</summary>
    public int MaxAttempts { get; set; } = 12;

    /// <summary>How long a durable inbox waits after the first failure; each further one doubles it, and chance takes up to a half off. 5 seconds.</summary>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest that a durable inbox waits after a failure. One hour.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a durable inbox is asked for what other processes put there. 5 seconds. What this process accepts is worked on at once.</summary>
    public TimeSpan PollEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a durable inbox is swept. One hour.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long handlers may go on after the host began to stop; then they are cancelled and their events given back. 20 seconds.</summary>
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The type; never a secret.</summary>
    public override string ToString() => nameof(PeekerWebhookSettings);
}
