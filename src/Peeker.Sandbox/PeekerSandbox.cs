using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Peeker.Sandbox.Control;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.Orders;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox;

/// <summary>An emulator of the Partner API: stateful, deterministic, in this process. Nothing it does costs money or leaves the machine.</summary>
/// <remarks>Names, addresses and e-mails may ask for an outcome; the table of these is in docs/sandbox.md. Many sandboxes can live side by side.</remarks>
public sealed class PeekerSandbox : IAsyncDisposable
{
    // A handler looks at no address; RFC 2606 keeps this one from meaning anything.
    private static readonly Uri HandlerUrl = new("http://webhooks.invalid/");

    private readonly Exchange _exchange;
    private readonly WebhookQueue _queue;
    private readonly WebhookPost _post;
    private readonly World _test;
    private readonly World _live;
    private WebApplication? _server;
    private int _disposed;

    private PeekerSandbox(PeekerSandboxOptions options)
    {
        options.Validate();
        Seed = options.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
        var ids = new Ids(Seed);
        Clock = new(options.Time, options.FrozenAt);
        var events = new EventBook(ids);
        (_test, _live) = (new(KeyEnvironment.Test, events), new(KeyEnvironment.Live, events));
        var (testSecrets, liveSecrets) = (new WebhookSecrets(ids, KeyEnvironment.Test, options.WebhookSecret), new WebhookSecrets(ids, KeyEnvironment.Live, null));
        Func<KeyEnvironment, WebhookSecrets> secretsOf = environment => Pick(environment, testSecrets, liveSecrets);
        _queue = new(options.WebhookPatience);
        _post = new(Clock.Timeline, options.WebhookHandler);
        Clock.Settle = _queue.SettleAsync;
        var sender = new WebhookSender(Clock.Timeline, ids, _post, _queue, secretsOf);
        events.Added = sender.Add;
        var keyring = new Keyring(ids, _test, _live, () => new(options.RateLimit, options.RateLimitWindow));
        ApiKey = keyring.Add(KeyEnvironment.Test, PermissionPreset.Full);
        (Keys, Faults, Requests) = (new(keyring), new(ids), new());
        Webhooks = new(events, sender, _queue, Clock.Timeline, WorldOf, secretsOf) { Url = options.WebhookUrl ?? (options.WebhookHandler is null ? null : HandlerUrl) };
        var api = new SandboxApi(new(keyring, ids), ids, Clock.Timeline, Operations.Make(options, ids, Clock.Timeline));
        _exchange = new(api, new ControlApi(this), Faults, Requests, Clock.Timeline);
    }

    /// <summary>What a client's base address is set to; ends in a slash.</summary>
    public Uri BaseAddress { get; private set; } = PeekerClientOptions.DefaultBaseAddress;

    /// <summary>A test key with the preset full. <see cref="Keys"/> makes others.</summary>
    public string ApiKey { get; }

    /// <summary>What ids, keys, secrets and chance are made from. The same seed and the same requests give the same answers.</summary>
    public int Seed { get; }

    /// <summary>The time of the sandbox.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The keys of the account.</summary>
    public SandboxKeys Keys { get; }

    /// <summary>Faults on command.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>What was received.</summary>
    public SandboxRequests Requests { get; }

    /// <summary>The events.</summary>
    public SandboxWebhooks Webhooks { get; }

    /// <summary>A sandbox without a port: give <see cref="CreateHandler"/> to <see cref="PeekerClientOptions.Handler"/>.</summary>
    /// <exception cref="ArgumentException">An option is not possible; the message names it.</exception>
    public static PeekerSandbox Create(PeekerSandboxOptions? options = null) => new(options ?? new());

    /// <summary>Starts a sandbox that listens, by default on a free loopback port.</summary>
    /// <exception cref="ArgumentException">An option is not possible; the message names it.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<PeekerSandbox> StartAsync(PeekerSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var sandbox = new PeekerSandbox(options);
        try
        {
            sandbox._server = await KestrelHost.StartAsync(sandbox._exchange, options.Url.GetLeftPart(UriPartial.Authority), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        sandbox.BaseAddress = new Uri(new Uri(sandbox._server.Urls.First()), "/partner/v1/");
        return sandbox;
    }

    /// <summary>Answers requests in the process, beside a port or without one.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(_exchange);

    /// <summary>Resolves a pending action, as if its cause had been removed; the order goes on. False when there is no such open action.</summary>
    public bool ResolvePendingAction(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return PendingActions.Resolve(_test, id, Clock.UtcNow) || PendingActions.Resolve(_live, id, Clock.UtcNow);
    }

    /// <summary>Stops listening and sending.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        if (_server is not null) await _server.DisposeAsync().ConfigureAwait(false);
        _exchange.End();
        Clock.Timeline.Dispose();
        _post.Stop();
        await _queue.StopAsync().ConfigureAwait(false);
        _post.Dispose();
    }

    private World WorldOf(KeyEnvironment environment) => Pick(environment, _test, _live);

    private static T Pick<T>(KeyEnvironment environment, T test, T live) =>
        environment == KeyEnvironment.Test ? test : environment == KeyEnvironment.Live ? live : throw new ArgumentException("An environment is test or live.", nameof(environment));
}
