using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;

namespace Peeker;

/// <summary>How a <see cref="PeekerClient"/> reaches the API, and how long it tries. Every member may be left as it is.</summary>
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

    /// <summary>Gives the key for each attempt, for keys that rotate; it is asked often, so it should remember. Comes before <see cref="ApiKey"/>.</summary>
    public Func<CancellationToken, ValueTask<string>>? ApiKeySource { get; init; }

    /// <summary>The last handler of the chain, for tests and proxies. The caller disposes it. Not together with <see cref="HttpClient"/>.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>A client of the caller's that sends the requests, and is the caller's to dispose. Its own base address is not used.</summary>
    public HttpClient? HttpClient { get; init; }

    /// <summary>How long one attempt may take, body included, from the moment the request budget lets it go. 60 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a call may take with all its attempts and waits. A wait that would end later is not begun. Three minutes.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How often a call is repeated at the most, whatever the reason. 5.</summary>
    public int MaxRetries { get; init; } = 5;

    /// <summary>How many requests of one key may be sent in a minute, by all clients of this process with the same key and limit together; null for any number. 600 (docs.peeker.ai/rate-limits).</summary>
    public int? RequestsPerMinute { get; init; } = 600;

    /// <summary>A budget of the caller's in place of the one that <see cref="RequestsPerMinute"/> describes: one permit for each attempt. The caller disposes it.</summary>
    public RateLimiter? RequestBudget { get; init; }

    /// <summary>The largest answer that is read, in bytes. 8 MiB.</summary>
    public int MaxResponseBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>Receives what the client has to say: never a key, a password, an e-mail or a body.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>The clock of every wait, deadline and budget.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the jitter of waits comes from. Must be safe to share between threads.</summary>
    public Random Random { get; init; } = Random.Shared;
}
