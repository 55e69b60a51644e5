namespace Peeker.Kill.Tests;

/// <summary>The shop's books against Peeker's.</summary>
/// <param name="BusinessOrders">Orders of the shop.</param>
/// <param name="PeekerOrders">Orders at Peeker.</param>
/// <param name="Duplicates">Orders at Peeker beyond the first of a business order: charged twice.</param>
/// <param name="Missing">Business orders without one.</param>
/// <param name="Extra">Orders at Peeker that belong to no business order.</param>
/// <param name="WronglyRecorded">Business orders that do not hold the id of one of their orders as placed.</param>
internal sealed record Verdict(int BusinessOrders, int PeekerOrders, int Duplicates, int Missing, int Extra, int WronglyRecorded)
{
    public bool IsExactlyOnce => BusinessOrders > 0 && (PeekerOrders, Duplicates, Missing, Extra, WronglyRecorded) == (BusinessOrders, 0, 0, 0, 0);

    public static Verdict Of(IReadOnlyList<ShopRow> rows, IReadOnlyList<(string Email, string Id)> orders)
    {
        var byEmail = orders.ToLookup(order => order.Email, order => order.Id);
        return new(
            rows.Count,
            orders.Count,
            rows.Sum(row => Math.Max(0, byEmail[row.Email].Count() - 1)),
            rows.Count(row => !byEmail[row.Email].Any()),
            orders.Count(order => !rows.Any(row => row.Email == order.Email)),
            rows.Count(row => row.State != "placed" || !byEmail[row.Email].Contains(row.OrderId)));
    }

    public override string ToString() =>
        $"business orders {BusinessOrders}, Peeker orders {PeekerOrders}, duplicates {Duplicates}, missing {Missing}, extra {Extra}, wrongly recorded {WronglyRecorded}";
}
