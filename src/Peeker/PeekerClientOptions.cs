namespace Peeker;

/// <summary>How a <see cref="PeekerClient"/> reaches the API. Every member may be left as it is.</summary>
public sealed class PeekerClientOptions
{
    /// <summary>The documented address, the same for live and sandbox keys.</summary>
    public static Uri DefaultBaseAddress { get; } = new("https://api.peeker.ai/partner/v1/");

    /// <summary>Where the API is. Must be https, except for a loopback address, and its host must be among <see cref="AllowedHosts"/>.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>The hosts that may receive the key. Loopback addresses are always allowed.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = ["api.peeker.ai"];

    /// <summary>The key, <c>pk_test_…</c> or <c>pk_live_…</c>. Without one, <c>PEEKER_API_KEY</c> is read.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Gives the key for each attempt, for keys that rotate. Comes before <see cref="ApiKey"/>.</summary>
    public Func<CancellationToken, ValueTask<string>>? ApiKeySource { get; init; }

    /// <summary>The last handler of the chain, for tests and proxies. The caller disposes it. Not together with <see cref="HttpClient"/>.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>A client of the caller's that sends the requests, and is the caller's to dispose. Its own base address is not used.</summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>How long one attempt may take, body included. 60 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest answer that is read, in bytes. 8 MiB.</summary>
    public int MaxResponseBytes { get; init; } = 8 * 1024 * 1024;
}
