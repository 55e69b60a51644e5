using Microsoft.AspNetCore.Builder;
using Peeker.Sandbox.Http;
using Peeker.Sandbox.Keys;
using Peeker.Sandbox.State;
using Peeker.Sandbox.Webhooks;

namespace Peeker.Sandbox;

/// <summary>An emulator of the Partner API: stateful, deterministic, in this process. Nothing it does costs money or leaves the machine.</summary>
/// <remarks>
/// A domain's name may ask for an outcome. A name that contains <c>taken</c>, <c>premium</c>, <c>invalid</c> or <c>errored</c> is not
/// available for that reason; <c>google-only</c> is usable for Google alone; <c>import-fails</c> cannot be imported. Any other root
/// domain can be bought, for both providers.
/// </remarks>
public sealed class PeekerSandbox : IAsyncDisposable
{
    private readonly SandboxApi _api;
    private readonly WebhookSender _webhooks;
    private WebApplication? _server;

    private PeekerSandbox(PeekerSandboxOptions options)
    {
        var ids = new Ids(options.Seed);
        var key = new SandboxKey(ids.Next("pk_test_"), KeyEnvironment.Test, PermissionPreset.Full, new World());
        _webhooks = new(ids, options.Time, options.WebhookSecret ?? ids.Next("whsec_")) { Url = options.WebhookUrl };
        _api = new(options.Time, ids, [key], _webhooks, options.CompletionDelay);
        ApiKey = key.Text;
    }

    /// <summary>What a client's base address is set to; ends in a slash.</summary>
    public Uri BaseAddress { get; private set; } = PeekerClientOptions.DefaultBaseAddress;

    /// <summary>A test key with the preset full.</summary>
    public string ApiKey { get; }

    /// <summary>The secret that signs events.</summary>
    public string WebhookSecret => _webhooks.Secret;

    /// <summary>Where events go from now on; null stops them.</summary>
    public Uri? WebhookUrl
    {
        get => _webhooks.Url;
        set => _webhooks.Url = value;
    }

    /// <summary>Every attempt to deliver an event, in the order they were made.</summary>
    public IReadOnlyList<WebhookDelivery> WebhookDeliveries => _webhooks.Deliveries;

    /// <summary>Starts a sandbox that listens, by default on a free loopback port.</summary>
    /// <exception cref="IOException">The address is in use.</exception>
    public static async Task<PeekerSandbox> StartAsync(PeekerSandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var sandbox = new PeekerSandbox(options);
        try
        {
            sandbox._server = await KestrelHost.StartAsync(sandbox._api, options.Url.GetLeftPart(UriPartial.Authority), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        sandbox.BaseAddress = new Uri(new Uri(sandbox._server.Urls.First()), "/partner/v1/");
        return sandbox;
    }

    /// <summary>Answers requests in the process, beside the port: give it to <see cref="PeekerClientOptions.Handler"/>.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(_api);

    /// <summary>Stops listening and sending.</summary>
    public async ValueTask DisposeAsync()
    {
        await _webhooks.DisposeAsync().ConfigureAwait(false);
        if (_server is not null) await _server.DisposeAsync().ConfigureAwait(false);
    }
}
