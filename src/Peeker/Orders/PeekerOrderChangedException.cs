namespace Peeker;

/// <summary>The secrets given are not those that the order was prepared with. It would be another body: another order, and a second charge. Nothing was sent.</summary>
/// <remarks>Described in docs/orders.md.</remarks>
public sealed class PeekerOrderChangedException : PeekerException
{
    internal PeekerOrderChangedException(IReadOnlyList<string> members)
        : base(
            $"The stored order was prepared with another value of {string.Join(", ", members)}. Pass the value of that time; if it is gone, " +
            "find out with Orders.ReconcileAsync(OrderSearch.FromBytes(stored)) whether the order was placed, and prepare a new one only if it was not.",
            operation: null, requestId: null, inner: null) => Members = members;

    /// <summary>The members whose values were given, for example <c>sequencer.login_password</c>; one or more of them differ.</summary>
    public IReadOnlyList<string> Members { get; }
}
