namespace Peeker.DependencyInjection;

/// <summary>What configuration may say of a <see cref="PeekerClient"/>. Every member may be left out.</summary>
public sealed class PeekerSettings
{
    private static readonly PeekerClientOptions Defaults = new();

    /// <summary>
    /// The key, <c>pk_test_…</c> or <c>pk_live_…</c>; without one, <c>PEEKER_API_KEY</c> is read. A key that is changed in configuration is used
    /// by the next attempt. The other members are read once, when the client is made.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>See <see cref="PeekerClientOptions.BaseAddress"/>.</summary>
    public Uri BaseAddress { get; set; } = Defaults.BaseAddress;

    /// <summary>Hosts that may receive the key besides those of <see cref="PeekerClientOptions.AllowedHosts"/>.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>See <see cref="PeekerClientOptions.AttemptTimeout"/>.</summary>
    public TimeSpan AttemptTimeout { get; set; } = Defaults.AttemptTimeout;

    /// <summary>See <see cref="PeekerClientOptions.Deadline"/>.</summary>
    public TimeSpan Deadline { get; set; } = Defaults.Deadline;

    /// <summary>See <see cref="PeekerClientOptions.MaxRetries"/>.</summary>
    public int MaxRetries { get; set; } = Defaults.MaxRetries;

    /// <summary>See <see cref="PeekerClientOptions.RequestsPerMinute"/>; an empty text in configuration means any number.</summary>
    public int? RequestsPerMinute { get; set; } = Defaults.RequestsPerMinute;

    /// <summary>See <see cref="PeekerClientOptions.MaxResponseBytes"/>.</summary>
    public int MaxResponseBytes { get; set; } = Defaults.MaxResponseBytes;

    /// <summary>The type; never the key.</summary>
    public override string ToString() => nameof(PeekerSettings);
}
