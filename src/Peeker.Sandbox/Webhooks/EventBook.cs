using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Webhooks;

/// <summary>What was announced, in order. The oldest are forgotten when there are very many.</summary>
internal sealed class EventBook(Ids ids)
{
    private const int Most = 10_000;

    private readonly object _lock = new();
    private readonly Queue<SandboxEvent> _events = new();
    private int _byHand;

    /// <summary>Told of each event as it happens, with its time.</summary>
    public Action<SandboxEvent, DateTimeOffset>? Added { get; set; }

    public IReadOnlyList<SandboxEvent> All
    {
        get
        {
            lock (_lock) return [.. _events];
        }
    }

    /// <summary>An event that was asked for and did not happen.</summary>
    public SandboxEvent AddByHand(World world, WebhookEventType type, DateTimeOffset at, object model) => Add(world, type, "by hand", Interlocked.Increment(ref _byHand), at, model);

    public SandboxEvent Add(World world, WebhookEventType type, string resourceId, int number, DateTimeOffset at, object model)
    {
        var made = new SandboxEvent(ids.Of("evt_", resourceId, type.Value, number), type, WholeSeconds.Of(at), world.Environment, model);
        lock (_lock)
        {
            _events.Enqueue(made);
            if (_events.Count > Most) _events.Dequeue();
        }

        Added?.Invoke(made, at);
        return made;
    }
}
