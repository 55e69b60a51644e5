using Peeker.Budget;

namespace Peeker.Redis;

/// <summary>What this process itself has taken: its share is counted from it while Redis is away, and Redis is told of it afterwards.</summary>
internal sealed class OwnPermits(long span)
{
    private readonly PermitWindow _window = new(span);
    private readonly HashSet<long> _held = [];
    private readonly Queue<(long Id, long At)> _cooling = new();

    public IReadOnlySet<long> Held => _held;

    public IReadOnlyCollection<(long Id, long At)> Cooling => _cooling;

    public bool Any => _held.Count + _cooling.Count > 0;

    public long? LastFreeAt => _window.LastFreeAt;

    public int Free(int share) => _window.Free(share);

    public long? FreeAt(int share) => _window.FreeAt(1, share);

    public long Wait(int place, int share) => _window.Wait(place, share);

    public void Advance(long now)
    {
        _window.Advance(now);
        while (_cooling.Count > _window.Cooling) _cooling.Dequeue();
    }

    public void Take(long id)
    {
        _held.Add(id);
        _window.Take(1);
    }

    public void Return(long id, long now)
    {
        _held.Remove(id);
        _window.Return(1, now);
        _cooling.Enqueue((id, now));
        Advance(now);
    }
}
