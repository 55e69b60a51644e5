using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>
/// A load balancer before the sandbox. Where the sandbox resets a connection, the caller sees an orderly end. That is the one which the platform's
/// handler takes for a connection that was idle too long, and after which it sends a request without content again by itself.
/// </summary>
internal sealed class FrontDoor : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentBag<Task> _relays = [];
    private readonly Uri _sandbox;
    private readonly Task _loop;

    public FrontDoor(Uri sandbox)
    {
        _sandbox = sandbox;
        _listener.Start();
        BaseAddress = new UriBuilder(sandbox) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _loop = AcceptAsync();
    }

    public Uri BaseAddress { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        await Task.WhenAll(_relays);
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _relays.Add(RelayAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task RelayAsync(TcpClient caller)
    {
        using var ours = caller;
        using var sandbox = new TcpClient { NoDelay = true };
        caller.NoDelay = true;
        try
        {
            await sandbox.ConnectAsync(_sandbox.Host, _sandbox.Port, _stop.Token);
            var (there, back) = (CopyAsync(caller, sandbox), CopyAsync(sandbox, caller));
            if (await Task.WhenAny(there, back) == back)
            {
                caller.Client.Shutdown(SocketShutdown.Send);
                await there;
            }

            sandbox.Close();
            await back;
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException)
        {
        }
    }

    /// <summary>Ends as the connection does, in whichever way.</summary>
    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _stop.Token);
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
        }
    }
}
