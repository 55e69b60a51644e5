namespace Peeker;

/// <summary>Compares an order in full with a search.</summary>
internal static class OrderMatching
{
    public static OrderMatch Of(OrderSearch search, OrderDetail order)
    {
        // Assumption: the detail shows the domains. Where it does not, the number of them can only exclude.
        if (Domains(order) is not { } domains) return order.DomainCount == search.Domains.Count || LosesDomains(order) ? OrderMatch.Possible : OrderMatch.Other;
        if (domains.SetEquals(search.Domains)) return SamePeople(search, order) ? OrderMatch.Same : OrderMatch.Possible;

        // A swap replaces some of the domains, a cancellation takes some or all away.
        return domains.Overlaps(search.Domains) || (domains.Count == 0 && LosesDomains(order)) ? OrderMatch.Possible : OrderMatch.Other;
    }

    private static HashSet<string>? Domains(OrderDetail order) => order.Domains is { } domains && (domains.Registered ?? domains.Imported) is not null
        ? (domains.Registered ?? []).Concat(domains.Imported ?? []).Select(DomainSpelling.Of).ToHashSet(StringComparer.Ordinal)
        : null;

    private static bool SamePeople(OrderSearch search, OrderDetail order) =>
        order.Personas is null || OrderPeople.Of(order.Personas).SequenceEqual(search.Personas, StringComparer.Ordinal);

    private static bool LosesDomains(OrderDetail order) =>
        order.Status == OrderStatus.CancelScheduled || order.Status == OrderStatus.Cancelled || order.Status == OrderStatus.Failed;
}
