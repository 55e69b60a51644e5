using Peeker.Domains;

namespace Peeker;

/// <summary>The cheapest domains that meet a need, or how many of which kind are missing. Described in docs/planning.md.</summary>
public sealed class DomainSelection
{
    private DomainSelection(DomainPick pick, string? currency, IReadOnlyList<LeftOutDomain> leftOut)
    {
        Currency = currency;
        Google = [.. pick.Google.Order().Select(row => row.Row)];
        Microsoft = [.. pick.Microsoft.Order().Select(row => row.Row)];
        (MissingGoogle, MissingMicrosoft) = (pick.GoogleSlots - Google.Count, pick.MicrosoftSlots - Microsoft.Count);
        TotalCents = pick.Google.Concat(pick.Microsoft).Sum(row => row.Cents);
        LeftOut = leftOut;
    }

    /// <summary>Domains for Google inboxes, the cheapest first.</summary>
    public IReadOnlyList<AvailabilityRow> Google { get; }

    /// <summary>Domains for Microsoft inboxes, the cheapest first; each can run on Microsoft.</summary>
    public IReadOnlyList<AvailabilityRow> Microsoft { get; }

    /// <summary>How many domains for Google are missing.</summary>
    public int MissingGoogle { get; }

    /// <summary>How many domains that can run on Microsoft are missing.</summary>
    public int MissingMicrosoft { get; }

    /// <summary>Whether nothing is missing.</summary>
    public bool IsComplete => MissingGoogle == 0 && MissingMicrosoft == 0;

    /// <summary>What the picked domains cost, in cents, over the years that count.</summary>
    public long TotalCents { get; }

    /// <summary>The currency of <see cref="TotalCents"/>, as the rows name it; null if no row that could be picked names one.</summary>
    public string? Currency { get; }

    /// <summary>Rows that were not picked, in their order, with the reason.</summary>
    public IReadOnlyList<LeftOutDomain> LeftOut { get; }

    /// <summary>Selects for numbers of domains.</summary>
    /// <param name="googleDomains">Domains for Google inboxes.</param>
    /// <param name="microsoftDomains">Domains for Microsoft inboxes.</param>
    /// <param name="rows">What <c>Domains.CheckAvailabilityAsync</c> answered; any number.</param>
    /// <param name="options">Over how many years prices count; the first year if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or the years are not 1 to 100.</exception>
    public static DomainSelection For(int googleDomains, int microsoftDomains, IEnumerable<AvailabilityRow> rows, DomainSelectionOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(googleDomains);
        ArgumentOutOfRangeException.ThrowIfNegative(microsoftDomains);
        ArgumentNullException.ThrowIfNull(rows);
        var sorting = new RowSorting(new(googleDomains, microsoftDomains), options ?? new());
        foreach (var row in rows) sorting.Add(row);
        sorting.Pick.Run();
        return new(sorting.Pick, sorting.Currency, sorting.LeftOut());
    }

    /// <summary>Selects for a custom order: as many Google domains as its licences need, and a Microsoft domain for each licence.</summary>
    /// <param name="googleLicenses">Google licences, one for each inbox.</param>
    /// <param name="microsoftLicenses">Microsoft licences, one for each domain.</param>
    /// <param name="rows">What <c>Domains.CheckAvailabilityAsync</c> answered; any number.</param>
    /// <param name="googleInboxesPerDomain">Inboxes on each Google domain: 2 or 3.</param>
    /// <param name="options">Over how many years prices count; the first year if not given.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, the inboxes are not 2 or 3, or the years are not 1 to 100.</exception>
    /// <remarks>An assumption: that the last Google domain may have fewer inboxes than the others.</remarks>
    public static DomainSelection ForLicenses(int googleLicenses, int microsoftLicenses, IEnumerable<AvailabilityRow> rows, int googleInboxesPerDomain = SendingCapacity.DefaultGoogleInboxesPerDomain, DomainSelectionOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(googleLicenses);
        if (googleInboxesPerDomain is < CustomOrder.MinGoogleInboxesPerDomain or > CustomOrder.MaxGoogleInboxesPerDomain)
            throw new ArgumentOutOfRangeException(nameof(googleInboxesPerDomain), $"google_inboxes_per_domain must be {CustomOrder.MinGoogleInboxesPerDomain} to {CustomOrder.MaxGoogleInboxesPerDomain}.");
        return For((int)(((long)googleLicenses + googleInboxesPerDomain - 1) / googleInboxesPerDomain), microsoftLicenses, rows, options);
    }

    /// <summary>The picked domains as an order takes them, those for Google first.</summary>
    public IReadOnlyList<OrderDomain> ToOrderDomains() => [.. Google.Concat(Microsoft).Select(row => new OrderDomain(row.Domain))];

    /// <summary>What was picked and what is missing, in numbers.</summary>
    public override string ToString() => $"{Google.Count} Google and {Microsoft.Count} Microsoft domains, {TotalCents} cents{(Currency is null ? "" : $" ({Currency})")}, {MissingGoogle} and {MissingMicrosoft} missing";
}
