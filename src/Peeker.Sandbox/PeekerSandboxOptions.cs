namespace Peeker.Sandbox;

/// <summary>How a <see cref="PeekerSandbox"/> behaves. Every member may be left as it is.</summary>
public sealed class PeekerSandboxOptions
{
    /// <summary>Where <see cref="PeekerSandbox.StartAsync"/> listens; a free loopback port if not given.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Where events go. Without one, none are sent, unless there is a <see cref="WebhookHandler"/>.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The secret that signs events of the test environment; made from the seed if not given.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>Sends events in place of a socket, for example to a test server in this process. It is not disposed.</summary>
    public HttpMessageHandler? WebhookHandler { get; init; }

    /// <summary>
    /// How long, in real time, <see cref="SandboxClock.AdvanceAsync"/> waits for a receiver before time goes on without its answer.
    /// Five seconds.
    /// </summary>
    public TimeSpan WebhookPatience { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long orders, import jobs, forwarding jobs and swaps take. One second.</summary>
    public TimeSpan CompletionDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Requests a key may make in <see cref="RateLimitWindow"/>; null for any number. 600, as documented.</summary>
    public int? RateLimit { get; init; } = 600;

    /// <summary>The window of the rate limit; one minute. Assumption: it slides, and is exact.</summary>
    public TimeSpan RateLimitWindow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Premium swaps in 30 days, in percent of the active Microsoft licences: 20 for the tier Base, 30 Premium, 40 VIP, 60 VIP+
    /// (docs.peeker.ai/guides/domain-swaps).
    /// </summary>
    public int PremiumSwapPercent { get; init; } = 20;

    /// <summary>The clock that the sandbox follows.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Lets the clock stand still at this time, until <see cref="SandboxClock.AdvanceAsync"/> moves it.</summary>
    public DateTimeOffset? FrozenAt { get; init; }

    /// <summary>Ids, keys, secrets and chance come from this number; another one each time if not given.</summary>
    public int? Seed { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(CompletionDelay, TimeSpan.Zero, nameof(CompletionDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(WebhookPatience, TimeSpan.Zero, nameof(WebhookPatience));
        ArgumentOutOfRangeException.ThrowIfLessThan(RateLimit ?? 1, 1, nameof(RateLimit));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RateLimitWindow, TimeSpan.Zero, nameof(RateLimitWindow));
        ArgumentOutOfRangeException.ThrowIfLessThan(PremiumSwapPercent, 0, nameof(PremiumSwapPercent));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PremiumSwapPercent, 100, nameof(PremiumSwapPercent));
        if (WebhookSecret is { Length: 0 }) throw new ArgumentException("A webhook secret must not be empty; leave it out to have one made.", nameof(WebhookSecret));
    }
}
