using System.Text;
using System.Text.Json;
using Peeker.Json;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Orders;

/// <summary>What Prepare freezes, and what it refuses.</summary>
public sealed class OrderPreparationTests
{
    [Fact]
    public void The_safe_time_is_24_hours_less_5_minutes_from_the_preparation()
    {
        var submission = Sample.Prepared();
        Assert.Equal(Sample.Noon, submission.PreparedAt);
        Assert.Equal(new DateTimeOffset(2026, 5, 9, 11, 55, 0, TimeSpan.Zero), submission.SafeUntil);
    }

    [Fact]
    public void A_list_that_changes_later_changes_nothing()
    {
        var domains = new List<OrderDomain> { "acme-mail.com" };
        var order = new CustomOrder { User = "alex@acme.com", GoogleLicenses = 2, Sequencer = Sample.Order().Sequencer, Domains = domains, Personas = Sample.Order().Personas };
        var submission = Sample.Prepared(order);
        var before = submission.Fingerprint();
        domains.Add("team-acme.com");
        Assert.Equal(before, submission.Fingerprint());
        Assert.DoesNotContain("team-acme", Encoding.UTF8.GetString(submission.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user")]
    [InlineData("bundle_id")]
    [InlineData("sequencer")]
    [InlineData("sequencer.login_email")]
    [InlineData("sequencer.login_password")]
    [InlineData("domains")]
    [InlineData("domains[1]")]
    [InlineData("personas")]
    [InlineData("personas[0]")]
    [InlineData("personas[0].last_name")]
    public void A_required_member_that_is_null_is_named(string member)
    {
        var whole = Sample.Order();
        var order = new BundleOrder
        {
            User = member == "user" ? null! : whole.User,
            BundleId = member == "bundle_id" ? null! : whole.BundleId,
            Sequencer = member == "sequencer" ? null! : new()
            {
                Provider = SequencerProvider.Smartlead,
                LoginEmail = member == "sequencer.login_email" ? null! : "peeker@yourcompany.com",
                LoginPassword = member == "sequencer.login_password" ? null! : Sample.Password,
            },
            Domains = member == "domains" ? null! : ["acme-mail.com", member == "domains[1]" ? null! : new OrderDomain("team-acme.com")],
            Personas = member == "personas" ? null! :
                [member == "personas[0]" ? null! : new Persona { FirstName = "Alex", LastName = member == "personas[0].last_name" ? null! : "Rivera", ProfilePictureUrl = null }],
        };
        var refused = Assert.Throws<ArgumentException>("order", () => Sample.Prepared(order));
        Assert.Contains($"'{member}'", refused.Message, StringComparison.Ordinal);
        AssertNothingLeaks(refused.ToString());
    }

    [Fact]
    public void No_order_is_refused() => Assert.Throws<ArgumentNullException>("order", () => OrderSubmission.Prepare(null!));

    [Theory]
    [InlineData("user", "\"sam@acme.com\"")]
    [InlineData("user", "\"alex@acme.com\"")]
    [InlineData("sequencer", """{"provider":"smartlead","login_email":"p@y.co","login_password":"another"}""")]
    public void A_member_that_is_given_twice_is_refused(string name, string value)
    {
        var order = With(name, value);
        Assert.Contains("AdditionalMembers", Assert.Throws<ArgumentException>("order", () => Sample.Prepared(order)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_custom_order_that_names_a_bundle_is_refused()
    {
        var whole = Sample.Order();
        var order = new CustomOrder
        {
            User = whole.User, Sequencer = whole.Sequencer, Domains = whole.Domains, Personas = whole.Personas,
            AdditionalMembers = new Dictionary<string, JsonElement> { ["bundle_id"] = JsonDocument.Parse("\"bun_1\"").RootElement },
        };
        Assert.Contains("bundle_id", Assert.Throws<ArgumentException>("order", () => Sample.Prepared(order)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_that_is_not_known_is_taken_along() =>
        Assert.EndsWith(",\"coupon\":1.50}", Encoding.UTF8.GetString(Sample.Prepared(With("coupon", "1.50")).Body), StringComparison.Ordinal);

    [Fact]
    public void Nothing_that_is_printed_shows_the_order()
    {
        var submission = Sample.Prepared();
        Assert.Equal("OrderSubmission of 2026-05-08 12:00:00Z", submission.ToString());
        AssertNothingLeaks(JsonSerializer.Serialize(submission), submission.Fingerprint());
        AssertNothingLeaks(Newtonsoft.Json.JsonConvert.SerializeObject(submission), submission.Fingerprint());
        AssertNothingLeaks(OrderSearch.Of(submission).ToString(), submission.Fingerprint());
        AssertNothingLeaks(JsonSerializer.Serialize(new OrderSecrets { LoginPassword = Sample.Password }));
    }

    [Fact]
    public void The_secrets_of_an_order_are_those_of_the_specification()
    {
        var expected = SecretsOf("BundleOrder").Concat(SecretsOf("CustomOrder")).Distinct().ToList();
        Assert.Equal(["sequencer.login_password"], expected);
        Assert.Equal(expected, OrderBody.Secrets(Sample.Order(), Sample.Prepared().Body).Select(place => place.Path));

        // Each has a property of its own in OrderSecrets.
        Assert.Equal(expected.Count, typeof(OrderSecrets).GetProperties().Count(property => property.GetIndexParameters().Length == 0));
    }

    [Fact]
    public void Secrets_are_found_at_their_own_path_only()
    {
        var json = """{"login_password":"a","personas":[{"login_password":"b"}],"sequencer":{"x":{"login_password":"c"},"login_password":"d\"","provider":"e"}}"""u8;
        var place = Assert.Single(SecretMembers.Of<BundleOrder>().Find(json));
        Assert.Equal("\"d\\\"\"", Encoding.UTF8.GetString(json.Slice(place.Start, place.Length)));
        Assert.Empty(SecretMembers.Of<BundleOrder>().Find("""{"sequencer":{"login_password":null}}"""u8));
        Assert.Equal(["sequencer[0].login_password", "sequencer[1].login_password"],
            SecretMembers.Of<BundleOrder>().Find("""{"sequencer":[{"login_password":"a"},{"login_password":"b"}]}"""u8).Select(found => found.Path));
    }

    private static IEnumerable<string> SecretsOf(string schema) =>
        from property in SpecificationDocument.Schemas[schema]!["properties"]!.AsObject()
        let inside = property.Value!["x-sensitive"]?.GetValue<string>() == "secret" ? [property.Key] : Inside(property.Key, SpecificationDocument.Resolve(property.Value!))
        from path in inside
        select path;

    private static IEnumerable<string> Inside(string name, System.Text.Json.Nodes.JsonObject schema) =>
        from property in schema["properties"] as System.Text.Json.Nodes.JsonObject ?? []
        where property.Value!["x-sensitive"]?.GetValue<string>() == "secret"
        select $"{name}.{property.Key}";

    private static BundleOrder With(string name, string value)
    {
        var whole = Sample.Order();
        return new()
        {
            User = whole.User, BundleId = whole.BundleId, Sequencer = whole.Sequencer, Domains = whole.Domains, Personas = whole.Personas,
            AdditionalMembers = new Dictionary<string, JsonElement> { [name] = JsonDocument.Parse(value).RootElement },
        };
    }

    private static void AssertNothingLeaks(string text, string fingerprint = "none")
    {
        foreach (var secret in new[] { Sample.Password, "alex@acme.com", "Rivera", "acme-mail", "yourcompany", fingerprint })
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }
}
