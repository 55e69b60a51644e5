using Peeker.Http;

namespace Peeker;

/// <summary>
/// Peeker's Partner API (docs.peeker.ai). Safe to share between threads, and meant to be: one for each key.
/// </summary>
public sealed class PeekerClient : IDisposable
{
    private readonly PeekerTransport _transport;

    /// <summary>Reads the key from <c>PEEKER_API_KEY</c>.</summary>
    /// <exception cref="PeekerConfigurationException">There is no key, or it is not one.</exception>
    public PeekerClient()
        : this(new PeekerClientOptions())
    {
    }

    /// <summary>Takes the key, and everything else from the options.</summary>
    /// <param name="apiKey"><c>pk_test_…</c> or <c>pk_live_…</c>; comes before a key in the options.</param>
    /// <param name="options">Everything but the key.</param>
    /// <exception cref="PeekerConfigurationException">The key is not one, or the base address is not allowed.</exception>
    public PeekerClient(string apiKey, PeekerClientOptions? options = null)
        : this(options ?? new(), Fixed(ApiKey.Check(apiKey)))
    {
    }

    /// <summary>Takes everything from the options, and the key from <c>PEEKER_API_KEY</c> if they hold none.</summary>
    /// <exception cref="PeekerConfigurationException">There is no key, it is not one, or the base address is not allowed.</exception>
    public PeekerClient(PeekerClientOptions options)
        : this(options, KeyOf(options))
    {
    }

    private PeekerClient(PeekerClientOptions options, Func<CancellationToken, ValueTask<string>> key)
    {
        if (options.Handler is not null && options.HttpClient is not null)
            throw new PeekerConfigurationException(nameof(options.Handler), "Handler and HttpClient are both set; set one.");
        if (options.AttemptTimeout != Timeout.InfiniteTimeSpan && (options.AttemptTimeout <= TimeSpan.Zero || options.AttemptTimeout.TotalMilliseconds > int.MaxValue))
            throw new PeekerConfigurationException(nameof(options.AttemptTimeout), "AttemptTimeout must be more than nothing and at most 24 days, or Timeout.InfiniteTimeSpan.");
        if (options.MaxResponseBytes is <= 0 or int.MaxValue)
            throw new PeekerConfigurationException(nameof(options.MaxResponseBytes), "MaxResponseBytes must be more than nothing and less than 2 GiB.");
        if (options.AllowedHosts is null) throw new PeekerConfigurationException(nameof(options.AllowedHosts), "AllowedHosts is null; leave it as it is, or name hosts.");
        var baseAddress = BaseAddress.Check(options);
        _transport = new PeekerTransport(
            Pipeline.Build(options, new ApiKey(key, [.. options.AllowedHosts, baseAddress.Host])), baseAddress, options);
        Me = new(_transport);
        Bundles = new(_transport);
        Users = new(_transport);
        Domains = new(_transport);
        Orders = new(_transport);
        Swaps = new(_transport);
    }

    /// <summary>The key and the partner behind it; the recommended health check.</summary>
    public MeClient Me { get; }

    /// <summary>Saved order sizes.</summary>
    public BundlesClient Bundles { get; }

    /// <summary>The partner's customers.</summary>
    public UsersClient Users { get; }

    /// <summary>Availability, imports, inventory and forwarding of domains.</summary>
    public DomainsClient Domains { get; }

    /// <summary>Orders, their pending actions, and their cancellation.</summary>
    public OrdersClient Orders { get; }

    /// <summary>Replacing domains and user names of an order.</summary>
    public SwapsClient Swaps { get; }

    /// <summary>Closes the connections this client opened; a handler or client from the options stays open.</summary>
    public void Dispose() => _transport.Dispose();

    private static Func<CancellationToken, ValueTask<string>> KeyOf(PeekerClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ApiKeySource ?? Fixed(ApiKey.Check(options.ApiKey ?? Environment.GetEnvironmentVariable(ApiKey.Variable)));
    }

    private static Func<CancellationToken, ValueTask<string>> Fixed(string key) => _ => ValueTask.FromResult(key);
}
