namespace Peeker;

/// <summary>Stored bytes are not an order that this version can read. Nothing was sent.</summary>
/// <remarks>Described in docs/orders.md. The order itself may have been placed: look for it before it is placed anew.</remarks>
public sealed class PeekerStoredOrderException : PeekerException
{
    private PeekerStoredOrderException(StoredOrderProblem problem, string message, Exception? inner = null)
        : base(message, operation: null, requestId: null, inner) => Problem = problem;

    /// <summary>What is wrong with the bytes.</summary>
    public StoredOrderProblem Problem { get; }

    internal static PeekerStoredOrderException Foreign() =>
        new(StoredOrderProblem.Foreign, "The bytes are not a stored order: they do not begin as one. Pass what ToBytes returned, unchanged.");

    internal static PeekerStoredOrderException Newer(int version) =>
        new(StoredOrderProblem.NewerVersion, $"The order was stored in form {version}, which a newer version of this library writes. Update the library, and keep the bytes.");

    internal static PeekerStoredOrderException OtherForm(bool isProtected) =>
        new(StoredOrderProblem.OtherForm, isProtected
            ? "The order was stored with ToBytes(protect); read it with FromBytes(stored, unprotect)."
            : "The order was stored without its secrets; read it with FromBytes(stored, secrets).");

    internal static PeekerStoredOrderException Damaged() =>
        new(StoredOrderProblem.Damaged, "The bytes are a stored order, and damaged or cut short. Restore them; if they are lost, look for the order in Orders.ListAsync before you place it anew.");

    internal static PeekerStoredOrderException Sealed(Exception inner) =>
        new(StoredOrderProblem.Sealed, "The stored order cannot be decrypted: its key is another, or gone, or the bytes are damaged. Restore the key; the order may have been placed.", inner);
}
