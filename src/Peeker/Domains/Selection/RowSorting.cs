namespace Peeker.Domains;

/// <summary>Tells rows that can be picked from those that cannot.</summary>
internal sealed class RowSorting
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<(int Place, LeftOutDomain Row)> _leftOut = [];
    private readonly int _renewals;
    private int _place;

    // Ten million of a currency for a year of a domain is no price, and beyond it sums could overflow.
    private const long MostCents = 1_000_000_000;

    public RowSorting(DomainPick pick, DomainSelectionOptions options)
    {
        if (options.Years is < 1 or > 100) throw new ArgumentOutOfRangeException(nameof(options), "Years must be 1 to 100.");
        (Pick, _renewals, Currency) = (pick, options.Years - 1, options.Currency);
    }

    public DomainPick Pick { get; }

    /// <summary>The currency that counts, once it is known.</summary>
    public string? Currency { get; private set; }

    public void Add(AvailabilityRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var place = _place++;
        var (google, microsoft) = (RunsOn(row, MailProvider.Google), RunsOn(row, MailProvider.Microsoft));
        if (Problem(row, google || microsoft) is { } reason) _leftOut.Add((place, new(row, reason)));
        else Pick.Add(new(row, Cents(row)!.Value, place), google, microsoft);
    }

    /// <summary>In the order of the rows.</summary>
    public IReadOnlyList<LeftOutDomain> LeftOut()
    {
        foreach (var (row, reason) in Pick.Left) _leftOut.Add((row.Place, new(row.Row, reason)));
        _leftOut.Sort(static (one, other) => one.Place.CompareTo(other.Place));
        return [.. _leftOut.Select(left => left.Row)];
    }

    private static bool RunsOn(AvailabilityRow row, MailProvider provider) => row.UsableFor?.Contains(provider) == true;

    private LeftOutReason? Problem(AvailabilityRow row, bool runs)
    {
        if (row.Premium == true || row.Reason == UnavailableReason.Premium) return LeftOutReason.Premium;
        if (row.Reason == UnavailableReason.Stale) return LeftOutReason.Stale;
        if (!row.Available) return LeftOutReason.Unavailable;
        if (!runs) return LeftOutReason.NoProvider;
        if (Cents(row) is null) return LeftOutReason.NoPrice;
        if (!TrySpell(row.Domain, out var name)) return LeftOutReason.NoRootDomain;
        if (_seen.Contains(name)) return LeftOutReason.Duplicate;
        if (row.Currency is { Length: > 0 } currency && !currency.Equals(Currency ??= currency, StringComparison.OrdinalIgnoreCase)) return LeftOutReason.OtherCurrency;
        _seen.Add(name);
        return null;
    }

    // A name in letters of its own script and its A-label are one domain.
    private static bool TrySpell(string domain, out string name)
    {
        var isName = DomainName.TryParse(domain, out var spelled);
        name = spelled.Value;
        return isName;
    }

    private long? Cents(AvailabilityRow row) => _renewals == 0 ? Meant(row.PriceCents) : Meant(row.PriceCents) + (Meant(row.RenewalPriceCents) * _renewals);

    private static long? Meant(long? cents) => cents is >= 0 and <= MostCents ? cents : null;
}
