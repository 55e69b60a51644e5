using System.Text.Json;
using static Peeker.Tests.Preflight.PreflightSample;

namespace Peeker.Tests.Preflight;

/// <summary>How many domains, which ones, and what they run on.</summary>
public class DomainRuleTests
{
    [Theory]
    [InlineData(1, "Add 1 more.")]
    [InlineData(3, "Take 1 away.")]
    public void The_remedy_of_a_count_says_how_many(int submitted, string remedy)
    {
        var order = Order("alex@acme.com", [.. Enumerable.Range(0, submitted).Select(number => $"acme-{number}.com")]);
        var violation = OrderPreflight.Check(order, new() { Bundle = BundleOf("bun_1", 2, 0, BundleStatus.Active) }).Violations.Single();
        Assert.Equal((remedy, $"domains has {submitted} entries, and 2 are needed."), (violation.Remedy, violation.Message));
    }

    [Theory]
    [InlineData(6, 0, 2, 3)]
    [InlineData(6, 0, 3, 2)]
    [InlineData(0, 2, 2, 2)]
    [InlineData(5, 0, 2, 3)]
    public void Licences_say_how_many_domains_are_needed(int google, int microsoft, int inboxes, int needed)
    {
        var order = JsonSerializer.SerializeToElement(new { google_licenses = google, microsoft_licenses = microsoft, google_inboxes_per_domain = inboxes, domains = new[] { "acme.com" } });
        Assert.Equal(needed, OrderPreflight.Check(order).Violations.Single(violation => violation.Rule == PreflightRule.DomainCount).RequiredCount);
    }

    [Fact]
    public void The_total_that_the_API_gave_is_what_counts()
    {
        var bundle = BundleOf("bun_1", 1, 0, BundleStatus.Active);
        var json = JsonSerializer.Serialize(bundle).Replace("\"total\":1", "\"total\":2", StringComparison.Ordinal);
        Assert.Equal(2, OrderPreflight.Check(Order("alex@acme.com", "acme.com"), new() { Bundle = JsonSerializer.Deserialize<Bundle>(json) }).Violations.Single().RequiredCount);
    }

    [Fact]
    public void What_may_run_on_Microsoft_leaves_the_split_open_and_what_is_no_domain_does_not()
    {
        var context = new OrderContext { Bundle = BundleOf("bun_1", 0, 2, BundleStatus.Active), Rows = [Row("acme.com", true, null)], OwnDomains = [] };
        Assert.Contains(OrderPreflight.Check(Order("alex@acme.com", "acme.com", "other.com"), context).NotChecked, rule => rule.Rule == PreflightRule.MicrosoftSplit);
        Assert.Contains(OrderPreflight.Check(Order("alex@acme.com", "acme.com", "no domain"), context).Violations, violation => violation.Rule == PreflightRule.MicrosoftSplit);
        var three = OrderPreflight.Check(Order("alex@acme.com", "acme.com", "other.com", "no domain"), new() { Bundle = BundleOf("bun_1", 0, 3, BundleStatus.Active), Rows = context.Rows });
        Assert.Equal("domains has at most 2 that can run on microsoft, and 3 are needed.", three.Violations.Single(violation => violation.Rule == PreflightRule.MicrosoftSplit).Message);
    }

    [Fact]
    public void A_key_in_the_place_of_a_domain_is_not_repeated()
    {
        foreach (var text in new[] { "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", "Correct.Horse.Battery", "john.doe.hunter2" })
        {
            var told = Assert.Throws<PeekerPreflightException>(() => OrderSubmission.Prepare(Order("alex@acme.com", text), new OrderContext())).Message;
            Assert.DoesNotContain(text.Split('.')[1], told, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Without_the_rule_for_names_they_are_compared_and_looked_up_as_they_are()
    {
        var context = new OrderContext
        {
            Bundle = BundleOf("bun_1", 1, 1, BundleStatus.Active),
            Rows = [Row("\u2665x.ws", true, null), Row("mail.acme.com", false, UnavailableReason.Taken)],
            OwnDomains = [],
            SwitchedOff = [PreflightRule.DomainName],
        };
        Assert.DoesNotContain(OrderPreflight.Check(Order("alex@acme.com", "\u2665X.ws.", "acme.com"), context).Violations, violation => violation.Rule == PreflightRule.MicrosoftSplit);
        Assert.Equal(
            [PreflightRule.DomainAvailable, PreflightRule.DuplicateDomain],
            OrderPreflight.Check(Order("alex@acme.com", "mail.acme.com", "MAIL.acme.com"), context).Violations.Select(violation => violation.Rule).Where(rule => rule != PreflightRule.MicrosoftSplit));
    }

    [Theory]
    [InlineData("stale")]
    [InlineData("errored")]
    public void A_row_that_could_not_be_checked_says_nothing(string reason)
    {
        var report = OrderPreflight.Check(Order("alex@acme.com", "acme.com"), new() { Rows = [Row("acme.com", false, new(reason))], OwnDomains = [] });
        Assert.Empty(report.Violations);
        Assert.Contains(report.NotChecked, rule => (rule.Rule, rule.Missing) == (PreflightRule.DomainAvailable, MissingFact.Rows));
    }

    [Fact]
    public void Of_two_rows_the_one_that_can_be_bought_counts_as_for_a_pick()
    {
        AvailabilityRow[] rows = [Row("acme.com", true, null), Row("ACME.com.", false, UnavailableReason.Taken), Row("sold.com", true, UnavailableReason.Premium)];
        Assert.Empty(OrderPreflight.Check(Order("alex@acme.com", "acme.com"), new() { Rows = rows, OwnDomains = [] }).Violations);
        Assert.Equal("domains[0] cannot be bought (premium).", OrderPreflight.Check(Order("alex@acme.com", "sold.com"), new() { Rows = rows, OwnDomains = [] }).Violations.Single().Message);
        Assert.Equal("domains[0] cannot be bought.", OrderPreflight.Check(Order("alex@acme.com", "none.com"), new() { Rows = [Row("none.com", false, null)], OwnDomains = [] }).Violations.Single().Message);
    }

    [Fact]
    public void Of_two_rows_that_are_alike_the_first_counts()
    {
        AvailabilityRow[] rows =
        [
            Row("acme.com", true, null), new() { Domain = "acme.com", Available = true, UsableFor = [MailProvider.Google] },
            Row("gone.com", false, UnavailableReason.Taken), Row("gone.com", false, UnavailableReason.Invalid),
            new() { Domain = "dear.com", Available = true, Premium = true },
        ];
        var context = new OrderContext { Bundle = BundleOf("bun_1", 0, 1, BundleStatus.Active), Rows = rows, OwnDomains = [] };
        Assert.Empty(OrderPreflight.Check(Order("alex@acme.com", "acme.com"), context).Violations);
        Assert.Equal("domains[0] cannot be bought (taken).", OrderPreflight.Check(Order("alex@acme.com", "gone.com"), new() { Rows = rows, OwnDomains = [] }).Violations.Single().Message);
        Assert.Equal("domains[0] cannot be bought (premium).", OrderPreflight.Check(Order("alex@acme.com", "dear.com"), new() { Rows = rows, OwnDomains = [] }).Violations.Single().Message);
    }
}
