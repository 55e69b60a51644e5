namespace Peeker.Sandbox;

/// <summary>How a <see cref="PeekerSandbox"/> behaves. Every member may be left as it is.</summary>
public sealed class PeekerSandboxOptions
{
    /// <summary>Where to listen; a free loopback port if not given.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Where events go. Without one, none are sent.</summary>
    public Uri? WebhookUrl { get; init; }

    /// <summary>The secret that signs events; made from the seed if not given.</summary>
    public string? WebhookSecret { get; init; }

    /// <summary>How long an order takes. One second.</summary>
    public TimeSpan CompletionDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The clock of everything that happens.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Ids, keys and secrets come from this number.</summary>
    public int Seed { get; init; } = 1;
}
