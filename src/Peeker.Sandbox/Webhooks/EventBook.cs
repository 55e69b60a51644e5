using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Webhooks;

/// <summary>Every event that was announced, in order. The oldest are forgotten when there are very many.</summary>
internal sealed class EventBook(Ids ids)
{
    private const int Most = 50_000;

    private readonly object _lock = new();
    private readonly Dictionary<(string Resource, string Type), int> _numbers = [];
    private readonly Queue<SandboxEvent> _events = new();

    /// <summary>Told of each event as it happens, with its time.</summary>
    public Action<SandboxEvent, DateTimeOffset>? Added { get; set; }

    public IReadOnlyList<SandboxEvent> All
    {
        get
        {
            lock (_lock) return [.. _events];
        }
    }

    public SandboxEvent Add(World world, WebhookEventType type, string resourceId, DateTimeOffset at, object resource)
    {
        SandboxEvent made;
        lock (_lock)
        {
            var key = (resourceId, type.Value);
            var number = _numbers.GetValueOrDefault(key);
            _numbers[key] = number + 1;
            made = new(ids.Of("evt_", resourceId, type.Value, number), type, WholeSeconds.Of(at), world.Environment, resource);
            _events.Enqueue(made);
            if (_events.Count > Most) _events.Dequeue();
        }

        Added?.Invoke(made, at);
        return made;
    }
}
