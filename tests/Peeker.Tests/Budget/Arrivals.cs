namespace Peeker.Tests.Budget;

/// <summary>What a server saw, and the naive way to tell how many requests came within one window.</summary>
internal static class Arrivals
{
    public static int MostWithin(IEnumerable<long> times, long window)
    {
        var sorted = times.Order().ToArray();
        var (most, first) = (0, 0);
        for (var last = 0; last < sorted.Length; last++)
        {
            while (sorted[last] - sorted[first] >= window) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
