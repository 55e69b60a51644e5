namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>Every request the sandbox receives. It keeps the newest ten thousand itself, so they are taken away on the way.</summary>
internal sealed class Traffic : IAsyncDisposable
{
    private readonly PeekerSandbox _sandbox;
    private readonly HashSet<ReceivedRequest> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public Traffic(PeekerSandbox sandbox)
    {
        _sandbox = sandbox;
        sandbox.Requests.Clear();
        _loop = WatchAsync();
    }

    /// <summary>All of them, in the order in which they came in.</summary>
    public async Task<IReadOnlyList<ReceivedRequest>> EndAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        Assert.Equal(_sandbox.Requests.Count, _seen.Count);
        return [.. _seen.OrderBy(request => request.At)];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (true)
            {
                _seen.UnionWith(_sandbox.Requests.All);
                await timer.WaitForNextTickAsync(_stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            _seen.UnionWith(_sandbox.Requests.All);
        }
    }
}
