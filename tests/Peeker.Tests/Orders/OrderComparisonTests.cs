using System.Numerics;
using System.Text;
using CsCheck;
using Peeker.Json;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Orders;

/// <summary>The same bytes, the same order written differently, or another.</summary>
public sealed class OrderComparisonTests
{
    private const string Rest = """
        "sequencer":{"provider":"smartlead","login_email":"p@y.co","login_password":"x"},"personas":[{"first_name":"Alex","last_name":"Rivera","profile_picture_url":null}]
        """;
    private const string Plain = $$"""{"user":"alex@acme.com","google_licenses":4,"domains":["a.com","b.com"],{{Rest}}}""";

    [Theory]
    [InlineData("order of members", """{"domains":["a.com","b.com"],"google_licenses":4,@,"user":"alex@acme.com"}""")]
    [InlineData("spaces", """ { "user" : "alex@acme.com" , "google_licenses":4,"domains":["a.com", "b.com"],@}""")]
    [InlineData("escapes", """{"user":"\u0061lex\u0040acme.com","google_licenses":4,"domains":["a.com","b.com"],@}""")]
    [InlineData("escapes in a name", """{"us\u0065r":"alex@acme.com","google_licenses":4,"domains":["a.com","b.com"],@}""")]
    [InlineData("form of a number", """{"user":"alex@acme.com","google_licenses":4.0,"domains":["a.com","b.com"],@}""")]
    [InlineData("exponent", """{"user":"alex@acme.com","google_licenses":0.4E+1,"domains":["a.com","b.com"],@}""")]
    [InlineData("order of domains", """{"user":"alex@acme.com","google_licenses":4,"domains":["b.com","a.com"],@}""")]
    [InlineData("a domain as an object", """{"user":"alex@acme.com","google_licenses":4,"domains":["a.com",{"domain":"b.com"}],@}""")]
    [InlineData("a domain in capitals, with a dot", """{"user":"alex@acme.com","google_licenses":4,"domains":["A.com.","b.com"],@}""")]
    [InlineData("the default density", """{"user":"alex@acme.com","google_licenses":4,"google_inboxes_per_domain":2,"domains":["a.com","b.com"],@}""")]
    [InlineData("the default density, as 2.0", """{"user":"alex@acme.com","google_licenses":4,"google_inboxes_per_domain":2.0,"domains":["a.com","b.com"],@}""")]
    [InlineData("no licences of a kind", """{"user":"alex@acme.com","google_licenses":4,"microsoft_licenses":0,"domains":["a.com","b.com"],@}""")]
    [InlineData("nulls", """{"user":"alex@acme.com","google_licenses":4,"microsoft_licenses":null,"google_inboxes_per_domain":null,"forwarding_url":null,"domains":["a.com",{"domain":"b.com","forwarding_url":null}],@}""")]
    [InlineData("an e-mail in capitals", """{"user":"Alex@Acme.com","google_licenses":4,"domains":["a.com","b.com"],@}""")]
    public void The_same_order_is_seen_however_it_is_written(string what, string json)
    {
        Assert.NotNull(what);
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, Compare(Plain, json.Replace("@,", Rest + ",", StringComparison.Ordinal).Replace(",@}", $",{Rest}}}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"login_email\"", "\"client_id\":null,\"login_email\"")]
    [InlineData("\"login_email\"", "\"client_id\":\"\",\"login_email\"")]
    [InlineData("\"profile_picture_url\":null", "\"profile_picture_url\":\"\"")]
    [InlineData("[\"a.com\",\"b.com\"]", "[\"xn--a-1.com\",\"b.com\"]", false)]
    [InlineData("alex@acme.com", "sam@acme.com", false)]
    [InlineData("\"a.com\"", "\"c.com\"", false)]
    [InlineData("[\"a.com\",\"b.com\"]", "[\"a.com\",\"b.com\",\"b.com\"]", false)]
    [InlineData("[\"a.com\",\"b.com\"]", "[\"a.com\"]", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":4,\"google_inboxes_per_domain\":3", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":40", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":-4", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":\"4\"", false)]
    [InlineData("\"google_licenses\":4", "\"microsoft_licenses\":4", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":4,\"forwarding_url\":\"https://acme.com\"", false)]
    [InlineData("\"google_licenses\":4", "\"google_licenses\":4,\"coupon\":null", false)]
    [InlineData("\"login_password\":\"x\"", "\"login_password\":\"y\"", false)]
    [InlineData("\"login_email\"", "\"client_id\":0,\"login_email\"", false)]
    [InlineData("Rivera", "Lee", false)]
    [InlineData("\"profile_picture_url\":null", "\"profile_picture_url\":\"https://acme.com/a.png\"", false)]
    public void A_change_is_told_from_another_spelling(string from, string to, bool same = true)
    {
        var changed = Plain.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Plain, changed);
        Assert.Equal(same ? OrderComparison.SameOrderWrittenDifferently : OrderComparison.Different, Compare(Plain, changed));
    }

    [Fact]
    public void The_same_bytes_are_the_same_bytes() => Assert.Equal(OrderComparison.SameBytes, Compare(Plain, Plain));

    [Fact]
    public void The_redirect_of_the_order_is_that_of_each_domain_without_its_own()
    {
        var byOrder = Plain.Replace("\"domains\"", "\"forwarding_url\":\"https://acme.com\",\"domains\"", StringComparison.Ordinal);
        var byDomain = Plain.Replace("[\"a.com\",\"b.com\"]", """[{"domain":"a.com","forwarding_url":"https://acme.com"},{"domain":"b.com","forwarding_url":"https://acme.com"}]""", StringComparison.Ordinal);
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, Compare(byOrder, byDomain));
        Assert.Equal(OrderComparison.Different, Compare(byOrder, byDomain.Replace("\"b.com\",\"forwarding_url\":\"https://acme.com\"", "\"b.com\",\"forwarding_url\":\"https://b.com\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Personas_have_no_order()
    {
        var two = Plain.Replace("\"personas\":[", "\"personas\":[{\"first_name\":\"Sam\",\"last_name\":\"Lee\",\"profile_picture_url\":null},", StringComparison.Ordinal);
        var turned = Plain.Replace("}]", "},{\"last_name\":\"Lee\",\"first_name\":\"Sam\",\"profile_picture_url\":\"\"}]", StringComparison.Ordinal);
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, Compare(two, turned));
    }

    [Fact]
    public void Lists_that_are_not_known_keep_their_order()
    {
        var one = Plain.Replace("\"google_licenses\":4", "\"google_licenses\":4,\"tags\":[1,2]", StringComparison.Ordinal);
        Assert.Equal(OrderComparison.Different, Compare(one, one.Replace("[1,2]", "[2,1]", StringComparison.Ordinal)));
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, Compare(one, one.Replace("[1,2]", "[1.0,20e-1]", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_international_name_has_two_spellings() =>
        Assert.Equal(OrderComparison.SameOrderWrittenDifferently, Compare(Plain.Replace("\"a.com\"", "\"münchen.de\"", StringComparison.Ordinal), Plain.Replace("\"a.com\"", "\"xn--mnchen-3ya.de\"", StringComparison.Ordinal)));

    [Fact]
    public void A_bundle_order_is_no_custom_order() =>
        Assert.Equal(OrderComparison.Different, Compare(Plain, Plain.Replace("\"google_licenses\":4", "\"bundle_id\":\"bun_1\"", StringComparison.Ordinal)));

    [Fact]
    public void The_default_density_is_that_of_the_specification() =>
        Assert.Equal(OrderMeaning.DefaultInboxesPerDomain, SpecificationDocument.Schemas["CustomOrder"]!["properties"]!["google_inboxes_per_domain"]!["default"]!.ToJsonString());

    [Theory]
    [InlineData("25", "25.0")]
    [InlineData("25", "2.5e1")]
    [InlineData("25", "250E-1")]
    [InlineData("0", "-0")]
    [InlineData("0", "0.00e9")]
    [InlineData("-1.5", "-15e-1")]
    [InlineData("9007199254740993", "9007199254740993.000")]
    [InlineData("9007199254740993", "9007199254740992", false)]
    [InlineData("0.1", "0.10000000000000000001", false)]
    [InlineData("1", "-1", false)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("1e99999999999999999999999999999999999999999999", "1e99999999999999999999999999999999999999999998", false)]
    public void Numbers_are_compared_exactly(string left, string right, bool same = true) =>
        Assert.Equal(same, CanonicalNumber.Of(left) == CanonicalNumber.Of(right));

    [Fact]
    public void A_number_is_equal_to_itself_in_every_form()
    {
        Gen.Select(Gen.Long, Gen.Int[0, 12], Gen.Int[-5, 12]).Sample(
            (value, zeros, shift) =>
            {
                var plain = CanonicalNumber.Of($"{value}");
                Assert.Equal(plain, CanonicalNumber.Of($"{value}.{new string('0', zeros + 1)}"));
                Assert.Equal(plain, CanonicalNumber.Of($"{(BigInteger)value * BigInteger.Pow(10, zeros)}e-{zeros}"));
                Assert.NotEqual(plain, CanonicalNumber.Of($"{(BigInteger)value + 1}"));
                Assert.Equal(CanonicalNumber.Of($"{value}e{shift}"), CanonicalNumber.Of($"{value}0E{shift - 1}"));
            },
            iter: 2000);
    }

    private static OrderComparison Compare(string left, string right) => OrderMeaning.Compare(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
