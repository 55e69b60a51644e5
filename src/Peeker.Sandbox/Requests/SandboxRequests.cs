using Peeker.Sandbox.Http;
using Peeker.Sandbox.Specification;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox;

/// <summary>The requests the sandbox has received, those to <c>/_sandbox</c> left out.</summary>
public sealed class SandboxRequests
{
    private const int Most = 10_000;

    private readonly ByteArena _arena = new();
    private readonly object _lock = new();
    private readonly Queue<ReceivedRequest> _received = new();
    private long _count;

    internal SandboxRequests()
    {
    }

    /// <summary>How many there were since the start or since <see cref="Clear"/>.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>The newest 10,000, in the order of their answers.</summary>
    public IReadOnlyList<ReceivedRequest> All
    {
        get
        {
            lock (_lock) return [.. _received];
        }
    }

    /// <summary>Forgets them.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _received.Clear();
            _count = 0;
        }
    }

    internal void Add(SandboxRequest request, Route? route, DateTimeOffset at, SandboxResponse? response, SandboxFault? fault)
    {
        var received = new ReceivedRequest(request, route, at, response, fault, _arena);
        lock (_lock)
        {
            _received.Enqueue(received);
            if (_received.Count > Most) _received.Dequeue();
            _count++;
        }
    }
}
