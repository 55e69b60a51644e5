namespace Fulfilment;

/// <summary>How far a purchase is. Each step is one transaction.</summary>
internal enum PurchaseState
{
    /// <summary>Paid for. Nothing was asked of Peeker.</summary>
    Paid,

    /// <summary>The exact bytes of the order are stored. It may have been placed.</summary>
    Prepared,

    /// <summary>Peeker has the order.</summary>
    Placed,

    /// <summary>The inboxes are live, and the customer's mail is in the outbox.</summary>
    Fulfilled,

    /// <summary>A person must look at it; <see cref="Purchase.Note"/> says why.</summary>
    Unclear,
}
