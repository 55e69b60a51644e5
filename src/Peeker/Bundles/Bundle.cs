namespace Peeker;

public sealed partial class Bundle
{
    /// <summary>The cheapest domains that meet what this bundle needs. Described in docs/planning.md.</summary>
    /// <param name="rows">What <c>Domains.CheckAvailabilityAsync</c> answered; any number.</param>
    /// <param name="options">Over how many years prices count; the first year if not given.</param>
    public DomainSelection SelectDomains(IEnumerable<AvailabilityRow> rows, DomainSelectionOptions? options = null) =>
        DomainSelection.For(RequiredDomains.Google, RequiredDomains.Microsoft, rows, options);
}
