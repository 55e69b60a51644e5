using Peeker;
using Peeker.Sandbox;

namespace Quickstart;

/// <summary>Where the flow runs: the embedded sandbox with a webhook receiver, or the real API with a test key.</summary>
internal sealed class PartnerWorld : IAsyncDisposable
{
    private readonly PeekerSandbox? _sandbox;

    private PartnerWorld(PeekerClient client, PeekerSandbox? sandbox, WebhookReceiver? receiver, string nonce) =>
        (Client, _sandbox, Receiver, Nonce) = (client, sandbox, receiver, nonce);

    public PeekerClient Client { get; }

    /// <summary>Hears the events; null where no webhook can reach this machine.</summary>
    public WebhookReceiver? Receiver { get; }

    /// <summary>Makes the names of a run its own: the real API keeps those of earlier runs.</summary>
    public string Nonce { get; }

    public static async Task<PartnerWorld> OpenAsync(Screen screen, string? key, CancellationToken cancellationToken)
    {
        if (key?.StartsWith("pk_live_", StringComparison.Ordinal) == true)
            throw new LiveKeyException();
        if (!string.IsNullOrEmpty(key))
        {
            var client = new PeekerClient(key);
            screen.Title("Peeker Partner API", "your test key; nothing is billed");
            screen.Note("No webhook can reach this machine, so the order is polled instead.");
            return new(client, null, null, Guid.NewGuid().ToString("N")[..8]);
        }

        var sandbox = await PeekerSandbox.StartAsync(cancellationToken: cancellationToken);
        var receiver = await WebhookReceiver.StartAsync(sandbox.Webhooks.Secret, cancellationToken);
        sandbox.Webhooks.Url = receiver.Url;
        screen.Title("Peeker Partner API", $"embedded sandbox at {sandbox.BaseAddress}; set PEEKER_API_KEY to a pk_test_ key for the real one");
        return new(new PeekerClient(sandbox.ApiKey, new() { BaseAddress = sandbox.BaseAddress }), sandbox, receiver, "demo");
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        if (Receiver is not null) await Receiver.DisposeAsync();
    }
}
