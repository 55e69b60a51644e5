namespace Peeker.Sandbox.Keys;

/// <summary>
/// The requests of one key within any window of a minute, to the tick. Assumptions: the window slides, and a refused request is not
/// counted.
/// </summary>
internal sealed class RateLimit(int? requests, TimeSpan window)
{
    private readonly Queue<long> _taken = new();

    /// <summary>Null when the request may go on; else how long until one may.</summary>
    public TimeSpan? Take(DateTimeOffset now)
    {
        if (requests is not { } most) return null;
        lock (_taken)
        {
            while (_taken.TryPeek(out var oldest) && now.UtcTicks - oldest >= window.Ticks) _taken.Dequeue();
            if (_taken.Count >= most) return TimeSpan.FromTicks(_taken.Peek() + window.Ticks - now.UtcTicks);
            _taken.Enqueue(now.UtcTicks);
            return null;
        }
    }
}
