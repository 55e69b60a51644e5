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
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentNullException.ThrowIfNull(Url);
        // A name that is no address of this machine would be listened for on every interface.
        if (!Url.IsAbsoluteUri || Url.Scheme != Uri.UriSchemeHttp || !(Url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || Url.Host == "localhost"))
            throw new ArgumentException("The sandbox listens on an http address with a number or localhost, such as http://127.0.0.1:0.", nameof(Url));
        if (WebhookUrl is not null && !(WebhookUrl.IsAbsoluteUri && WebhookUrl.Scheme is ("http" or "https")))
            throw new ArgumentException("A webhook address must be absolute, with http or https.", nameof(WebhookUrl));
        if (WebhookSecret is { Length: 0 }) throw new ArgumentException("A webhook secret must not be empty; leave it out to have one made.", nameof(WebhookSecret));
        RequireSpan(CompletionDelay, TimeSpan.Zero, TimeSpan.FromDays(3650), nameof(CompletionDelay));
        RequireSpan(WebhookPatience, TimeSpan.Zero, TimeSpan.FromDays(1), nameof(WebhookPatience));
        RequireSpan(RateLimitWindow, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), nameof(RateLimitWindow));
        ArgumentOutOfRangeException.ThrowIfLessThan(RateLimit ?? 1, 1, nameof(RateLimit));
        ArgumentOutOfRangeException.ThrowIfLessThan(PremiumSwapPercent, 0, nameof(PremiumSwapPercent));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(PremiumSwapPercent, 100, nameof(PremiumSwapPercent));
        if (FrozenAt is { Year: < 2000 or > 8000 }) throw new ArgumentOutOfRangeException(nameof(FrozenAt), "The clock stands still between the years 2000 and 8000.");
    }

    private static void RequireSpan(TimeSpan value, TimeSpan least, TimeSpan most, string name)
    {
        if (value < least || value > most) throw new ArgumentOutOfRangeException(name, $"{name} is from {least} to {most}.");
    }
}
