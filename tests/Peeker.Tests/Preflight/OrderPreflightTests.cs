using System.Text.Json;
using static Peeker.Tests.Preflight.PreflightSample;

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
}
