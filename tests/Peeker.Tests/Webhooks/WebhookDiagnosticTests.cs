using System.Security.Cryptography;
using System.Text;

namespace Peeker.Tests.Webhooks;

public sealed class WebhookDiagnosticTests
{
    private const string Secret = "whsec_bG9va3MgbGlrZSBiYXNlNjQ=";
    private const string At = "1778241600";
    private const string Body = """{"id":"evt_1","type":"order.completed","created_at":"2026-05-08T12:00:00Z","data":{"id":"ord_1","email":"zoë@acme.com","status":"completed","domain_count":2,"url":"https://acme.com/a,b: c"}}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1778241600);

    public static TheoryData<string, string> ChangedBodies => new()
    {
        { Body.Replace("\":", "\": ", StringComparison.Ordinal), nameof(WebhookCause.ReserialisedBody) },
        { System.Text.Json.Nodes.JsonNode.Parse(Body)!.ToJsonString(), nameof(WebhookCause.ReserialisedBody) },
        { System.Text.Json.Nodes.JsonNode.Parse(Body)!.ToJsonString(new() { WriteIndented = true }), nameof(WebhookCause.ReserialisedBody) },
        { Newtonsoft.Json.Linq.JToken.Parse(Body).ToString(), nameof(WebhookCause.ReserialisedBody) },
        { Body.Replace("/", "\\/", StringComparison.Ordinal).Replace("ë", "\\u00eb", StringComparison.Ordinal), nameof(WebhookCause.ReserialisedBody) },
        { Body.Replace("00Z", "00+00:00", StringComparison.Ordinal), nameof(WebhookCause.ReserialisedBody) },
        { """{"type":"order.completed","id":"evt_1",""" + Body[Body.IndexOf("\"created_at", StringComparison.Ordinal)..], nameof(WebhookCause.ReserialisedBody) },
        { Body + "\n", nameof(WebhookCause.FinalLineBreak) },
        { Body + "\r\n", nameof(WebhookCause.FinalLineBreak) },
        { "\ufeff" + Body, nameof(WebhookCause.ByteOrderMark) },
    };

    [Theory]
    [MemberData(nameof(ChangedBodies))]
    public void A_changed_body_is_told_from_a_wrong_secret(string received, string cause) =>
        AssertCause(cause, new() { Body = Bytes(received), Timestamp = At, Signature = Sign(Bytes(Body)) });

    [Theory]
    [InlineData("{\n}\n", "{\r\n}\r\n", nameof(WebhookCause.LineEndings))]
    [InlineData("{\r\n}\r\n", "{\n}\n", nameof(WebhookCause.LineEndings))]
    [InlineData("{}\n", "{}", nameof(WebhookCause.FinalLineBreak))]
    [InlineData("\ufeff{}", "{}", nameof(WebhookCause.ByteOrderMark))]
    [InlineData("{\"a\": 1, \"b\": [1, \"x, y: \\\"z\"]}", "{\"a\":1,\"b\":[1,\"x, y: \\\"z\"]}", nameof(WebhookCause.ReserialisedBody))]
    [InlineData("{\n  \"a\": 1\n}", "{\"a\":1}", nameof(WebhookCause.ReserialisedBody))]
    [InlineData("{\"a\":\"\\u003C\\u00E9\"}", "{\"a\":\"<é\"}", nameof(WebhookCause.ReserialisedBody))]
    [InlineData("{\"a\":\"<\\u00e9\"}", "{\"a\":\"<é\"}", nameof(WebhookCause.ReserialisedBody))]
    [InlineData("{\"a\":1}", "{\"a\":2}", nameof(WebhookCause.WrongSecret))]
    [InlineData("{}", "{\"a\":\"\\ud800\"}", nameof(WebhookCause.WrongSecret))]
    [InlineData("{}", "no JSON", nameof(WebhookCause.WrongSecret))]
    public void What_was_signed_is_found_from_what_came(string sent, string received, string cause) =>
        AssertCause(cause, new() { Body = Bytes(received), Timestamp = At, Signature = Sign(Bytes(sent)) });

    [Theory]
    [InlineData("{0}", "the body alone")]
    [InlineData("1778241600{0}", "without a dot")]
    [InlineData("v1:1778241600:{0}", "colons")]
    [InlineData("evt_1.1778241600.{0}", "event id, timestamp and body")]
    public void Another_signed_string_is_named(string template, string name)
    {
        var signed = Bytes(template.Replace("{0}", Body, StringComparison.Ordinal));
        var mac = HMACSHA256.HashData(Bytes(Secret), signed);
        AssertCause(nameof(WebhookCause.AnotherSignedString), Delivery("v1=" + Convert.ToHexString(mac)), name);
        AssertCause(nameof(WebhookCause.AnotherSignedString), Delivery("v1," + Convert.ToBase64String(mac)), "base64");
    }

    [Fact]
    public void A_key_decoded_from_the_secret_is_named() =>
        AssertCause(nameof(WebhookCause.AnotherSignedString), Delivery("v1=" + Convert.ToHexString(HMACSHA256.HashData(Convert.FromBase64String(Secret["whsec_".Length..]), Bytes($"{At}.{Body}")))), "decoded from base64");

    [Fact]
    public void A_right_signature_in_another_form_is_named()
    {
        var digits = Sign(Bytes(Body))[3..];
        var base64 = Convert.ToBase64String(Convert.FromHexString(digits));
        foreach (var header in new[] { digits, "sha256=" + digits, "v1=" + base64, "v1," + base64, base64.TrimEnd('='), $"t={At},v0={digits}" })
            AssertCause(nameof(WebhookCause.AnotherSignatureForm), Delivery(header));
    }

    [Fact]
    public void A_secret_of_the_other_environment_is_named()
    {
        var found = new WebhookDiagnostic([new("live", "another")], [new("sandbox", Secret)], time: new StandingClock(Now)).Examine(Delivery(Sign(Bytes(Body))));
        Assert.Equal((WebhookCause.MixedUpSecret, "sandbox", WebhookFailure.SignatureMismatch), (found.Cause, found.SecretLabel, found.Failure));
        Assert.Contains("'live'", found.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" {0}", "white space")]
    [InlineData("{0}\r\n", "white space")]
    [InlineData("\"{0}\"", "quotes")]
    [InlineData(" '{0}'\n", "quotes")]
    public void What_stands_around_a_secret_is_named(string decoration, string problem)
    {
        var diagnostic = new WebhookDiagnostic([new("live", decoration.Replace("{0}", Secret, StringComparison.Ordinal))], time: new StandingClock(Now));
        var found = diagnostic.Examine(Delivery(Sign(Bytes(Body))));
        Assert.Equal(WebhookCause.DecoratedSecret, found.Cause);
        Assert.Contains(problem, found.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301, "301 s before", WebhookFailure.TimestampTooOld)]
    [InlineData(-3600, "3600 s after", WebhookFailure.TimestampInFuture)]
    public void A_skewed_clock_is_measured(int seconds, string text, WebhookFailure failure)
    {
        var found = new WebhookDiagnostic([new("live", Secret)], time: new StandingClock(Now.AddSeconds(seconds))).Examine(Delivery(Sign(Bytes(Body))));
        Assert.Equal((WebhookCause.ClockSkew, failure, TimeSpan.FromSeconds(seconds)), (found.Cause, found.Failure, found.Age));
        Assert.Contains(text, found.Explanation, StringComparison.Ordinal);
        Assert.Equal(WebhookCause.None, new WebhookDiagnostic([new("live", Secret)]).Examine(new() { Body = Bytes(Body), Timestamp = At, Signature = Sign(Bytes(Body)), ReceivedAt = Now }).Cause);
    }

    [Fact]
    public void What_cannot_be_checked_is_named()
    {
        AssertCause(nameof(WebhookCause.MissingHeader), new() { Body = Bytes(Body), Timestamp = At });
        AssertCause(nameof(WebhookCause.MissingHeader), new() { Body = Bytes(Body), Signature = Sign(Bytes(Body)) });
        AssertCause(nameof(WebhookCause.MalformedHeader), new() { Body = Bytes(Body), Timestamp = "soon", Signature = Sign(Bytes(Body)) });
        AssertCause(nameof(WebhookCause.MalformedHeader), Delivery("v1=none"));
        Assert.Equal(WebhookCause.NoSecret, new WebhookDiagnostic([]).Examine(Delivery("v1=none")).Cause);
        var last = long.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture);
        AssertCause(nameof(WebhookCause.ClockSkew), new() { Body = Bytes(Body), Timestamp = last, Signature = WebhookSignatureScheme.Sign(Secret, last, Bytes(Body)) });
    }

    private static CapturedDelivery Delivery(string signature) => new() { Body = Bytes(Body), Timestamp = At, Signature = signature, EventId = "evt_1" };

    private static void AssertCause(string cause, CapturedDelivery delivery, string part = "")
    {
        var found = new WebhookDiagnostic([new("old", "an old secret"), new("live", Secret)], [new("sandbox", "another")], time: new StandingClock(Now)).Examine(delivery);
        Assert.Equal(cause, found.Cause.ToString());
        Assert.Contains(part, found.Explanation, StringComparison.Ordinal);
        foreach (var kept in new[] { "bG9va3", "an old secret", "acme", "ord_1" }) Assert.DoesNotContain(kept, found.ToString(), StringComparison.Ordinal);
    }

    private static string Sign(byte[] body) => WebhookSignatureScheme.Sign(Secret, At, body);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
