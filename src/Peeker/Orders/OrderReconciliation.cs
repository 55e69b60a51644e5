namespace Peeker;

/// <summary>Whether an order was placed: <see cref="Found"/>, <see cref="NotFound"/> or <see cref="Ambiguous"/>. Never a guess.</summary>
/// <remarks>What each of them proves is described in docs/orders.md.</remarks>
public abstract class OrderReconciliation
{
    private OrderReconciliation()
    {
    }

    // CA1034: the three are the whole of the result, and read as that: OrderReconciliation.Found.
#pragma warning disable CA1034
    /// <summary>One order answers to the search in everything that the API shows, and no other comes near.</summary>
    public sealed class Found : OrderReconciliation
    {
        internal Found(OrderReceipt order) => Order = order;

        /// <summary>The order as the list shows it. Look at its status: it may have failed.</summary>
        public OrderReceipt Order { get; }
    }

    /// <summary>The customer has no order, of this bundle and since a day before it was prepared, that could be the one.</summary>
    public sealed class NotFound : OrderReconciliation
    {
        internal NotFound(bool mayStillAppear) => MayStillAppear = mayStillAppear;

        /// <summary>
        /// Whether an attempt may still be under way or be made: until 5 minutes after the safe time. Submit again then, instead of
        /// placing the order anew.
        /// </summary>
        public bool MayStillAppear { get; }
    }

    /// <summary>One or more orders may be the one, and none certainly is. A person has to look.</summary>
    public sealed class Ambiguous : OrderReconciliation
    {
        internal Ambiguous(IReadOnlyList<OrderReceipt> candidates) => Candidates = candidates;

        /// <summary>The orders, newest first.</summary>
        public IReadOnlyList<OrderReceipt> Candidates { get; }
    }
#pragma warning restore CA1034
}
