namespace Peeker;

/// <summary>Gathers the orders that may be the one that is looked for, and decides.</summary>
internal sealed class OrderCandidates(OrderSearch search)
{
    private readonly List<(OrderReceipt Order, OrderMatch Match)> _inTime = [];
    private readonly List<OrderReceipt> _early = [];

    public void Add(OrderReceipt order, OrderDetail detail)
    {
        var match = OrderMatching.Of(search, detail);
        if (order.CreatedAt >= search.From)
        {
            if (match != OrderMatch.Other) _inTime.Add((order, match));
        }
        else if (match == OrderMatch.Same)
        {
            // Older than the submission: an earlier order of the same domains, unless a clock is wrong.
            _early.Add(order);
        }
    }

    public OrderReconciliation Decide(DateTimeOffset lookedAt) => _inTime switch
    {
        [(var order, OrderMatch.Same)] => new OrderReconciliation.Found(order),
        [_, ..] => new OrderReconciliation.Ambiguous([.. _inTime.Select(candidate => candidate.Order)]),
        _ when _early.Count > 0 => new OrderReconciliation.Ambiguous([.. _early]),
        _ => new OrderReconciliation.NotFound(mayStillAppear: lookedAt < search.SettledAt),
    };
}
