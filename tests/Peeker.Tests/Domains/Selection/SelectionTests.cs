using System.Globalization;

namespace Peeker.Tests.Domains.Selection;

public class SelectionTests
{
    [Fact]
    public void The_cheapest_domains_that_meet_the_need_are_picked()
    {
        var selection = DomainSelection.For(2, 1, [Row("a.com", 1300), Row("b.com", 900, "google"), Row("c.com", 1100), Row("d.com", 1000, "google"), Row("e.com", 1200)]);
        Assert.Equal(["b.com", "d.com"], Names(selection.Google));
        Assert.Equal(["c.com"], Names(selection.Microsoft));
        Assert.Equal((true, 3_000L), (selection.IsComplete, selection.TotalCents));
        Assert.Equal(["a.com: NotNeeded", "e.com: NotNeeded"], selection.LeftOut.Select(left => left.ToString()));
        Assert.Equal(["b.com", "d.com", "c.com"], selection.ToOrderDomains().Select(domain => domain.Domain));
    }

    [Fact]
    public void A_cheap_domain_for_both_goes_where_it_saves_most() =>
        Assert.Equal(1_600, DomainSelection.For(1, 1, [Row("a.com", 100), Row("b.com", 1500), Row("c.com", 2000, "google"), Row("d.com", 1700, "microsoft")]).TotalCents);

    [Fact]
    public void Renewals_change_what_is_cheapest()
    {
        AvailabilityRow[] rows = [Row("cheap-first.com", 500, renewal: 5_000), Row("cheap-later.com", 1_300, renewal: 1_500)];
        Assert.Equal("cheap-first.com", DomainSelection.For(1, 0, rows).Google[0].Domain);
        var second = DomainSelection.For(1, 0, rows, new() { Years = 2 });
        Assert.Equal(("cheap-later.com", 2_800), (second.Google[0].Domain, second.TotalCents));
        Assert.Equal(1_300 + (2 * 1_500), DomainSelection.For(1, 0, rows, new() { Years = 3 }).TotalCents);
    }

    [Fact]
    public void Equal_prices_are_picked_in_the_order_of_the_rows() =>
        Assert.Equal(["b.com", "a.com"], Names(DomainSelection.For(2, 0, [Row("b.com", 1), Row("a.com", 1), Row("c.com", 1)]).Google));

    [Fact]
    public void Every_row_that_is_left_out_has_its_reason()
    {
        AvailabilityRow[] rows =
        [
            Row("picked.com", 1), Row("PICKED.com.", 1), Refused("taken.com", UnavailableReason.Taken), Refused("premium.com", UnavailableReason.Premium),
            Refused("stale.com", UnavailableReason.Stale), Row("nobody.com", 1, "yahoo"), Row("free.com", null), Row("euro.com", 1, currency: "eur"),
            new() { Domain = "gold.com", Available = true, PriceCents = 1, UsableFor = [MailProvider.Google], Premium = true }, Row("dear.com", 9),
        ];
        var selection = DomainSelection.For(1, 0, rows);
        Assert.Equal(
            [
                LeftOutReason.Duplicate, LeftOutReason.Unavailable, LeftOutReason.Premium, LeftOutReason.Stale, LeftOutReason.NoProvider, LeftOutReason.NoPrice,
                LeftOutReason.OtherCurrency, LeftOutReason.Premium, LeftOutReason.NotNeeded,
            ],
            selection.LeftOut.Select(left => left.Reason));
        Assert.Equal(rows[1..], selection.LeftOut.Select(left => left.Row));
        Assert.Equal(LeftOutReason.NoPrice, DomainSelection.For(1, 0, [Row("once.com", 5)], new() { Years = 2 }).LeftOut.Single().Reason);
    }

    [Theory]
    [InlineData("b\u00fccher.com", "xn--bcher-kva.com")]
    [InlineData("ACME.com.", "acme.com")]
    public void A_domain_in_two_spellings_is_picked_once(string one, string other) =>
        Assert.Equal(LeftOutReason.Duplicate, DomainSelection.For(2, 0, [Row(one, 3), Row(other, 4)]).LeftOut.Single().Reason);

    [Fact]
    public void Each_kind_stands_the_cheapest_first_and_a_sum_without_a_currency_names_none()
    {
        var selection = DomainSelection.For(0, 3, [Row("b.com", 2, currency: ""), Row("a.com", 1, currency: ""), Row("c.com", 3, currency: "")]);
        Assert.Equal(["a.com", "b.com", "c.com"], selection.Microsoft.Select(row => row.Domain));
        Assert.Equal("0 Google and 3 Microsoft domains, 6 cents, 0 and 0 missing", selection.ToString());
    }

    [Theory]
    [InlineData("ab--c.com")]
    [InlineData("mail.acme.com")]
    [InlineData("not a domain")]
    public void A_name_that_no_order_can_have_is_not_picked(string name) =>
        Assert.Equal(LeftOutReason.NoRootDomain, DomainSelection.For(1, 0, [Row(name, 3)]).LeftOut.Single().Reason);

    [Fact]
    public void The_currency_that_counts_can_be_given_and_its_capitals_do_not_matter()
    {
        AvailabilityRow[] rows = [Row("a.de", 99_999, currency: "eur"), Row("b.com", 1), Row("c.com", 2, currency: "USD"), Row("d.com", 3, currency: "")];
        Assert.Equal(("eur", 100_002, 0), DomainSelection.For(2, 0, rows) is var first ? (first.Currency, first.TotalCents, first.MissingGoogle) : default);
        Assert.Equal(("usd", 3, 0), DomainSelection.For(2, 0, rows, new() { Currency = "usd" }) is var dollars ? (dollars.Currency, dollars.TotalCents, dollars.MissingGoogle) : default);
        Assert.Null(DomainSelection.For(1, 0, [Row("d.com", 3, currency: "")]).Currency);
    }

    [Theory]
    [InlineData(-1, 1, LeftOutReason.NoPrice)]
    [InlineData(1, -1, LeftOutReason.NoPrice)]
    [InlineData(1_000_000_001, 1, LeftOutReason.NoPrice)]
    [InlineData(1, long.MaxValue, LeftOutReason.NoPrice)]
    [InlineData(0, 0, null)]
    [InlineData(1_000_000_000, 1_000_000_000, null)]
    public void A_price_that_cannot_be_meant_is_none(long first, long renewal, LeftOutReason? reason)
    {
        var selection = DomainSelection.For(1, 0, [Row("a.com", first, renewal: renewal)], new() { Years = 100 });
        Assert.Equal(reason, selection.LeftOut.SingleOrDefault()?.Reason);
        if (reason is null) Assert.Equal(first + (99 * renewal), selection.TotalCents);
    }

    [Fact]
    public void What_is_missing_is_counted_by_kind_and_rows_of_the_other_kind_say_so()
    {
        var selection = DomainSelection.For(1, 2, [Row("a.com", 3, "google"), Row("b.com", 2), Row("c.com", 4, "google")]);
        Assert.Equal((0, 1, false), (selection.MissingGoogle, selection.MissingMicrosoft, selection.IsComplete));
        Assert.Equal(LeftOutReason.GoogleOnly, selection.LeftOut.Single().Reason);
        var other = DomainSelection.For(2, 0, [Row("a.com", 3, "microsoft"), Row("b.com", 2)]);
        Assert.Equal((1, 0, LeftOutReason.MicrosoftOnly), (other.MissingGoogle, other.MissingMicrosoft, other.LeftOut.Single().Reason));
        Assert.Equal((1, 0), DomainSelection.For(1, 1, [Row("a.com", 3)]) is var flexible ? (flexible.MissingGoogle, flexible.MissingMicrosoft) : default);
        Assert.Equal("1 Google and 1 Microsoft domains, 5 cents (usd), 0 and 1 missing", selection.ToString());
    }

    [Fact]
    public void A_bundle_and_licences_say_what_is_needed()
    {
        AvailabilityRow[] rows = [.. Enumerable.Range(0, 30).Select(number => Row($"a{number}.com", 100 + number))];
        var bundle = new Bundle
        {
            Id = "bun_1", Name = "n", MonthlySendingVolume = 25_000, GooglePercent = null, MicrosoftPercent = null, Effective = new() { GooglePercent = 50, MicrosoftPercent = 50 },
            SendOnWeekends = false, GoogleInboxesPerDomain = 2, RequiredDomains = new() { Google = 15, Microsoft = 4, Total = 19 }, Status = BundleStatus.Active, CreatedAt = default,
        };
        Assert.Equal((15, 4), bundle.SelectDomains(rows) is var picked ? (picked.Google.Count, picked.Microsoft.Count) : default);
        Assert.Equal((11, 2), DomainSelection.ForLicenses(21, 2, rows) is var custom ? (custom.Google.Count, custom.Microsoft.Count) : default);
        Assert.Equal((7, 0), DomainSelection.ForLicenses(21, 0, rows, 3) is var dense ? (dense.Google.Count, dense.Microsoft.Count) : default);
    }

    [Fact]
    public void Nothing_is_needed_and_nothing_is_there()
    {
        Assert.True(DomainSelection.For(0, 0, []).IsComplete);
        Assert.Equal(LeftOutReason.NotNeeded, DomainSelection.For(0, 0, [Row("a.com", 1)]).LeftOut.Single().Reason);
        Assert.Equal((int.MaxValue, int.MaxValue), DomainSelection.For(int.MaxValue, int.MaxValue, []) is var none ? (none.MissingGoogle, none.MissingMicrosoft) : default);
    }

    [Fact]
    public void What_is_out_of_range_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DomainSelection.For(-1, 0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => DomainSelection.For(0, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => DomainSelection.ForLicenses(-1, 0, []));
        Assert.Throws<ArgumentNullException>(() => DomainSelection.For(0, 0, null!));
        Assert.Throws<ArgumentNullException>(() => DomainSelection.For(0, 0, [null!]));
        foreach (var inboxes in (int[])[1, 4]) Assert.Contains("google_inboxes_per_domain", Assert.Throws<ArgumentOutOfRangeException>(() => DomainSelection.ForLicenses(1, 0, [], inboxes)).Message, StringComparison.Ordinal);
        foreach (var years in (int[])[0, 101]) Assert.Contains("Years", Assert.Throws<ArgumentOutOfRangeException>(() => DomainSelection.For(1, 0, [], new() { Years = years })).Message, StringComparison.Ordinal);
        Assert.True(DomainSelection.For(1, 0, [Row("a.com", 1, renewal: 1)], new() { Years = 100 }).IsComplete);
    }

    internal static AvailabilityRow Row(string name, long? cents, string usable = "google microsoft", long? renewal = null, string currency = "usd") => new()
    {
        Domain = name,
        Available = true,
        PriceCents = cents,
        RenewalPriceCents = renewal,
        Currency = currency,
        UsableFor = [.. usable.Split(' ').Select(provider => new MailProvider(provider))],
    };

    private static AvailabilityRow Refused(string name, UnavailableReason reason) => new() { Domain = name, Available = false, Reason = reason };

    private static string[] Names(IEnumerable<AvailabilityRow> rows) => [.. rows.Select(row => row.Domain.ToString(CultureInfo.InvariantCulture))];
}
