namespace Peeker.Budget;

/// <summary>
/// The arithmetic of a budget, without a clock and without a lock. A permit is held from its grant until it is returned, and cools for one
/// span from then on. Whatever happened between grant and return is over one span before the permit is free again.
/// </summary>
internal sealed class PermitWindow(long span)
{
    // A ring of the times of return, oldest first. One entry for each permit, so that any place in the queue is found at once.
    private long[] _returned = new long[16];
    private int _first;
    private long _now = long.MinValue;

    /// <summary>Permits in use.</summary>
    public int Held { get; private set; }

    /// <summary>Permits returned less than a span ago.</summary>
    public int Cooling { get; private set; }

    /// <summary>When the permit that was returned last is free again; null before the first.</summary>
    public long? LastFreeAt { get; private set; }

    /// <summary>Permits that may be taken now; negative when more are out than the limit allows.</summary>
    public int Free(int limit) => limit - Held - Cooling;

    /// <summary>Lets time pass. A clock that is set back stands still here until it has caught up.</summary>
    public void Advance(long now)
    {
        _now = Math.Max(_now, now);
        while (Cooling > 0 && _returned[_first] + span <= _now)
        {
            _first = (_first + 1) % _returned.Length;
            Cooling--;
        }
    }

    public void Take(int permits) => Held += permits;

    /// <summary>Begins the span of permits that were held.</summary>
    public void Return(int permits, long now)
    {
        Advance(now);
        Held -= permits;
        for (; permits > 0; permits--)
        {
            if (Cooling == _returned.Length) Grow();
            _returned[(_first + Cooling) % _returned.Length] = _now;
            Cooling++;
        }

        LastFreeAt = _now + span;
    }

    /// <summary>When so many permits can be taken, if that is certain already; null if it depends on permits in use.</summary>
    public long? FreeAt(int permits, int limit)
    {
        var missing = permits - Free(limit);
        return missing <= 0 ? _now : missing <= Cooling ? At(missing - 1) : null;
    }

    /// <summary>
    /// How long from now until a queue's permit number <paramref name="place"/>, counted from zero, if every permit in use were returned
    /// now, and every later one as soon as it is taken.
    /// </summary>
    public long Wait(int place, int limit)
    {
        var (rounds, rest) = Math.DivRem(place, limit);
        var missing = rest - Free(limit);
        return (rounds * span) + (missing < 0 ? 0 : missing < Cooling ? At(missing) - _now : span);
    }

    private long At(int place) => _returned[(_first + place) % _returned.Length] + span;

    private void Grow()
    {
        var larger = new long[_returned.Length * 2];
        for (var place = 0; place < Cooling; place++) larger[place] = _returned[(_first + place) % _returned.Length];
        (_returned, _first) = (larger, 0);
    }
}
