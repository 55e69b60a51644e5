namespace Peeker.Benchmarks.Measuring;

/// <summary>Who comes after whom in a round: drawn anew for each, the same in every run. In a fixed circle each would always have the garbage and the caches of the same one before it.</summary>
internal sealed class Turns(int count)
{
    private readonly int[] _order = [.. Enumerable.Range(0, count)];
    private readonly Random _random = new(17);

    public IReadOnlyList<int> Next()
    {
        _random.Shuffle(_order);
        return _order;
    }
}
