namespace Peeker;

/// <summary>Whether an order was placed: <see cref="Found"/>, <see cref="NotFound"/> or <see cref="Ambiguous"/>. Never a guess.</summary>
/// <remarks>What each of them proves is described in docs/orders.md.</remarks>
public abstract record OrderReconciliation
{
    private OrderReconciliation()
    {
    }

    // CA1034: the three are the whole of the result, and read as that: OrderReconciliation.Found.
#pragma warning disable CA1034
    /// <summary>One order answers to the search in everything that the API shows, and no other comes near.</summary>
    /// <param name="Order">The order as the list shows it.</param>
    public sealed record Found(OrderReceipt Order) : OrderReconciliation;

    /// <summary>The customer has no order, of this bundle and since a day before it was prepared, that could be the one.</summary>
    /// <param name="MayStillAppear">
    /// Whether the time has not passed in which an attempt may be under way or be made; submit again instead of placing it anew.
    /// </param>
    public sealed record NotFound(bool MayStillAppear) : OrderReconciliation;

    /// <summary>One or more orders may be the one, and none certainly is. A person has to look.</summary>
    /// <param name="Candidates">The orders, newest first.</param>
    public sealed record Ambiguous(IReadOnlyList<OrderReceipt> Candidates) : OrderReconciliation;
#pragma warning restore CA1034
}
