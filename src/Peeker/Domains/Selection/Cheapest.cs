namespace Peeker.Domains;

/// <summary>The cheapest rows of one kind, as many as could ever be needed; the others go straight to those that are left.</summary>
internal sealed class Cheapest(long most)
{
    // The dearest on top, so that a row that does not belong here is told by one comparison.
    private readonly PriorityQueue<PricedRow, PricedRow> _kept = new(Comparer<PricedRow>.Create(static (one, other) => other.CompareTo(one)));
    private readonly List<PricedRow> _left = [];

    public IReadOnlyList<PricedRow> Left => _left;

    public void Add(PricedRow row)
    {
        if (_kept.Count < most) _kept.Enqueue(row, row);
        else _left.Add(_kept.EnqueueDequeue(row, row));
    }

    /// <summary>What was kept, the cheapest first.</summary>
    public Queue<PricedRow> InOrder() => new(_kept.UnorderedItems.Select(static item => item.Element).Order());
}
