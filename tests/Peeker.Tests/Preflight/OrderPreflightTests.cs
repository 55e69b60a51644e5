using System.Text.Json;

namespace Peeker.Tests.Preflight;

/// <summary>What the vectors do not say: models, the exception, and what must not leak.</summary>
public class OrderPreflightTests
{
    private static readonly BundleOrder Good = Order("alex@acme.com", "acme-mail.com", "team-acme.com");

    [Fact]
    public void A_good_order_is_prepared_with_the_bytes_it_would_have_without_a_check()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var submission = OrderSubmission.Prepare(Good, new OrderContext { Bundle = BundleOf("bun_1", 1, 1, BundleStatus.Active) }, time);
        Assert.Equal(OrderSubmission.Prepare(Good, time).Fingerprint(), submission.Fingerprint());
        Assert.Equal(time.GetUtcNow(), submission.PreparedAt);
    }

    [Fact]
    public void A_bad_order_is_refused_with_all_that_is_wrong_and_none_of_its_values()
    {
        var bad = new BundleOrder
        {
            User = "secret-person",
            BundleId = "bun_1",
            Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "secret-login", LoginPassword = "" },
            ForwardingUrl = "secret-address",
            Domains = ["mail.secret-domain.com"],
            Personas = [new() { FirstName = "Secret", LastName = "Name", ProfilePictureUrl = "secret-picture" }],
        };
        var thrown = Assert.Throws<PeekerPreflightException>(() => OrderSubmission.Prepare(bad, new OrderContext { Bundle = BundleOf("bun_1", 1, 1, BundleStatus.Active) }));
        Assert.Equal(
            [PreflightRule.SequencerLogin, PreflightRule.SequencerLogin, PreflightRule.ForwardingUrl, PreflightRule.PersonaPicture, PreflightRule.User, PreflightRule.DomainCount, PreflightRule.DomainName],
            thrown.Report.Violations.Select(violation => violation.Rule));
        Assert.Contains("And 2 more; see Report.", thrown.Message, StringComparison.Ordinal);
        Assert.StartsWith("sequencer.login_email is no e-mail address. Pass the address", thrown.Message, StringComparison.Ordinal);
        Assert.Equal("7 violations, 2 rules not checked", thrown.Report.ToString());
        foreach (var text in thrown.Report.Violations.Where(violation => violation.Rule != PreflightRule.DomainName).Select(violation => violation.ToString()).Append(thrown.Message))
            Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
        // The remedy of a subdomain names its root, which is no secret.
        Assert.Contains("secret-domain.com", thrown.Report.Violations[^1].Remedy, StringComparison.Ordinal);
        Assert.Equal(thrown.Report.Violations[0].ToString(), $"{thrown.Report.Violations[0].Message} {thrown.Report.Violations[0].Remedy}");
        Assert.Equal("DomainFree: needs ApiState", thrown.Report.NotChecked[^1].ToString());
    }

    [Fact]
    public void Five_violations_are_all_told() =>
        Assert.DoesNotContain("more; see", Assert.Throws<PeekerPreflightException>(() => OrderSubmission.Prepare(Order("nobody", "a", "b", "c", "d"), new OrderContext())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_is_switched_off_lets_the_order_through()
    {
        var order = Order("alex@acme.com", "acme-mail.com", "mail.acme.com");
        Assert.Throws<PeekerPreflightException>(() => OrderSubmission.Prepare(order, new OrderContext()));
        Assert.NotNull(OrderSubmission.Prepare(order, new OrderContext { SwitchedOff = [PreflightRule.DomainName] }));
    }

    [Fact]
    public void Licences_among_the_unknown_members_of_a_bundle_order_are_seen()
    {
        var order = new BundleOrder
        {
            User = Good.User, BundleId = "bun_1", Sequencer = Good.Sequencer, Domains = Good.Domains, Personas = Good.Personas,
            AdditionalMembers = new Dictionary<string, JsonElement> { ["google_licenses"] = JsonSerializer.SerializeToElement(2) },
        };
        Assert.Equal(ErrorCode.OrderShapeConflict, OrderPreflight.Check(order).Violations.Single().Code);
    }

    [Fact]
    public void Another_bundle_than_the_orders_is_the_callers_mistake() =>
        Assert.Contains("another bundle", Assert.Throws<ArgumentException>(() => OrderPreflight.Check(Good, new() { Bundle = BundleOf("bun_2", 1, 1, BundleStatus.Active) })).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_object_is_no_order()
    {
        var violation = OrderPreflight.Check(JsonSerializer.SerializeToElement("order")).Violations.Single();
        Assert.Equal((PreflightRule.OrderShape, ErrorCode.InvalidRequest, null), (violation.Rule, violation.Code, violation.Field));
        Assert.Throws<ArgumentNullException>(() => OrderPreflight.Check((OrderRequest)null!));
        Assert.Throws<ArgumentNullException>(() => OrderSubmission.Prepare(null!, new OrderContext()));
        Assert.Throws<ArgumentNullException>(() => OrderSubmission.Prepare(Good, (OrderContext)null!));
    }

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

    [Fact]
    public void What_may_run_on_Microsoft_leaves_the_split_open_and_what_is_no_domain_does_not()
    {
        var context = new OrderContext { Bundle = BundleOf("bun_1", 0, 2, BundleStatus.Active), Rows = [Row("acme.com", true, null)], OwnDomains = [] };
        Assert.Contains(OrderPreflight.Check(Order("alex@acme.com", "acme.com", "other.com"), context).NotChecked, rule => rule.Rule == PreflightRule.MicrosoftSplit);
        Assert.Contains(OrderPreflight.Check(Order("alex@acme.com", "acme.com", "no domain"), context).Violations, violation => violation.Rule == PreflightRule.MicrosoftSplit);
        var three = OrderPreflight.Check(Order("alex@acme.com", "acme.com", "other.com", "no domain"), new() { Bundle = BundleOf("bun_1", 0, 3, BundleStatus.Active), Rows = context.Rows });
        Assert.Equal("domains has at most 2 that can run on microsoft, and 3 are needed.", three.Violations.Single(violation => violation.Rule == PreflightRule.MicrosoftSplit).Message);
    }

    [Theory]
    [InlineData("a@b.")]
    [InlineData("a@.com")]
    [InlineData("a@b")]
    public void An_address_without_a_whole_host_is_none(string user) =>
        Assert.Equal(PreflightRule.User, OrderPreflight.Check(Order(user, "acme.com")).Violations.Single().Rule);

    [Fact]
    public void Half_of_a_surrogate_pair_is_a_violation_and_nothing_is_thrown()
    {
        using var body = JsonDocument.Parse("""
            {"user":"\ud800","bundle_id":"bun_1","sequencer":{"provider":"\ud800","login_email":"a@b.com","login_password":"\ud800"},"forwarding_url":"\ud800",
             "domains":["\ud800",{"domain":"\ud800"}],"personas":[{"first_name":"\ud800","last_name":"b","profile_picture_url":"\ud800"}]}
            """);
        Assert.Equal(
            ["user", "sequencer.provider", "sequencer.login_password", "forwarding_url", "domains[0]", "domains[1].domain", "personas[0].first_name", "personas[0].profile_picture_url"],
            OrderPreflight.Check(body.RootElement).Violations.Select(violation => violation.Field));
    }

    [Fact]
    public void Facts_that_are_null_are_none()
    {
        var report = OrderPreflight.Check(Order("alex@acme.com", "acme.com"), new() { Rows = [null!], OwnDomains = null, SwitchedOff = null! });
        Assert.Empty(report.Violations);
    }

    [Fact]
    public void The_total_that_the_API_gave_is_what_counts()
    {
        var bundle = BundleOf("bun_1", 1, 0, BundleStatus.Active);
        var json = JsonSerializer.Serialize(bundle).Replace("\"total\":1", "\"total\":2", StringComparison.Ordinal);
        Assert.Equal(2, OrderPreflight.Check(Order("alex@acme.com", "acme.com"), new() { Bundle = JsonSerializer.Deserialize<Bundle>(json) }).Violations.Single().RequiredCount);
    }

    private static AvailabilityRow Row(string name, bool available, UnavailableReason? reason) =>
        new() { Domain = name, Available = available, Reason = reason, UsableFor = available ? [MailProvider.Google, MailProvider.Microsoft] : null };

    internal static Bundle BundleOf(string id, int google, int microsoft, BundleStatus status) => new()
    {
        Id = id, Name = "n", MonthlySendingVolume = 1, GooglePercent = null, MicrosoftPercent = null, Effective = new() { GooglePercent = 50, MicrosoftPercent = 50 }, SendOnWeekends = false,
        GoogleInboxesPerDomain = 2, RequiredDomains = new() { Google = google, Microsoft = microsoft, Total = google + microsoft }, Status = status, CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static BundleOrder Order(string user, params string[] domains) => new()
    {
        User = user,
        BundleId = "bun_1",
        Sequencer = new() { Provider = SequencerProvider.Smartlead, LoginEmail = "peeker@acme.com", LoginPassword = "a-dedicated-login" },
        Domains = [.. domains.Select(domain => new OrderDomain(domain))],
        Personas = [new() { FirstName = "Alex", LastName = "Rivera", ProfilePictureUrl = null }],
    };
}
