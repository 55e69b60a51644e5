using System.Threading.RateLimiting;
using Microsoft.Kiota.Abstractions;
using Peeker.Budget;
using Peeker.Diagnostics;
using Peeker.Http;

namespace Peeker;

/// <summary>
/// Peeker's Partner API (docs.peeker.ai). Safe to share between threads, and meant to be: one for each key.
/// </summary>
public sealed class PeekerClient : IDisposable
{
    private readonly PeekerTransport _transport;
    private readonly bool _ownsTransport;

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
        if (options.MaxResponseBytes is <= 0 or > 1 << 30)
            throw new PeekerConfigurationException(nameof(options.MaxResponseBytes), "MaxResponseBytes must be more than nothing and at most 1 GiB.");
        if (options.AllowedHosts is null) throw new PeekerConfigurationException(nameof(options.AllowedHosts), "AllowedHosts is null; leave it as it is, or name hosts.");
        if (options.RequestsPerMinute is <= 0) throw new PeekerConfigurationException(nameof(options.RequestsPerMinute), "RequestsPerMinute must be more than nothing, or null for any number.");
        if (options.Time is null || options.Random is null) throw new PeekerConfigurationException(options.Time is null ? nameof(options.Time) : nameof(options.Random), "Time and Random must not be null; leave them as they are.");
        var baseAddress = BaseAddress.Check(options);
        var telemetry = new ClientTelemetry(options.LoggerFactory, baseAddress);
        var handlers = Pipeline.Build(options, new ApiKey(key, [.. options.AllowedHosts, baseAddress.Host]));
        _transport = new(options, handlers, baseAddress, new(BudgetOf(options, baseAddress, key), telemetry, options.Time), telemetry);
        _ownsTransport = true;
        (Me, Bundles, Users, Domains, Orders, Swaps) = (new(_transport), new(_transport), new(_transport), new(_transport), new(_transport), new(_transport));
    }

    private PeekerClient(PeekerTransport transport)
    {
        _transport = transport;
        (Me, Bundles, Users, Domains, Orders, Swaps) = (new(_transport), new(_transport), new(_transport), new(_transport), new(_transport), new(_transport));
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
    public void Dispose()
    {
        if (_ownsTransport) _transport.Dispose();
    }

    /// <summary>
    /// The same client with options for the calls made through it: <see cref="PeekerCallOptions"/>, or an option of a Kiota handler. It shares
    /// connections, key and budget with this one, and need not be disposed.
    /// </summary>
    /// <exception cref="PeekerConfigurationException">A limit is not possible.</exception>
    public PeekerClient With(params IReadOnlyList<IRequestOption> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new(_transport.With(options));
    }

    private static Func<CancellationToken, ValueTask<RateLimiter?>> BudgetOf(PeekerClientOptions options, Uri baseAddress, Func<CancellationToken, ValueTask<string>> key)
    {
        if (options.RequestBudget is { } given) return _ => new(given);
        if (options.RequestsPerMinute is not { } permits) return _ => default;
        var budget = new KeyBudget(RequestBudgets.OfProcess, baseAddress, permits, options.Time);
        return async cancellationToken => budget.For(await key(cancellationToken).ConfigureAwait(false));
    }

    private static Func<CancellationToken, ValueTask<string>> KeyOf(PeekerClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.ApiKeySource is { } source ? ApiKey.Checked(source) : Fixed(ApiKey.Check(options.ApiKey ?? Environment.GetEnvironmentVariable(ApiKey.Variable)));
    }

    private static Func<CancellationToken, ValueTask<string>> Fixed(string key) => _ => ValueTask.FromResult(key);
}
