using System.Security.Cryptography;
using System.Text;

namespace Peeker.Tests.Webhooks;

public class WebhookVerifierTests
{
    private const string Secret = "whsec_example";
    private const string At = "1778241600";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"evt_1","type":"order.completed"}""");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1778241600);

    // Computed by another implementation: printf '1778241600.BODY' | openssl dgst -sha256 -hmac whsec_example
    private const string Signature = "v1=65da4e08e86aaecd5c339779a5095a045bdcb3bf12da89bb98862b3a423609d0";

    [Fact]
    public void A_delivery_signed_elsewhere_is_accepted() => Assert.Equal((WebhookFailure.None, "default"), Check(Body, At, Signature));

    [Fact]
    public void What_is_signed_here_is_what_was_signed_elsewhere() => Assert.Equal(Signature, WebhookSignatureScheme.Sign(Secret, At, Body));

    [Theory]
    [InlineData(-300, WebhookFailure.None)]
    [InlineData(-301, WebhookFailure.TimestampInFuture)]
    [InlineData(300, WebhookFailure.None)]
    [InlineData(301, WebhookFailure.TimestampTooOld)]
    public void Age_is_judged_at_its_edges(int seconds, WebhookFailure failure) =>
        Assert.Equal(failure, Check(Body, At, Signature, Now.AddSeconds(seconds)).Failure);

    [Theory]
    [InlineData(null, Signature, WebhookFailure.MissingTimestamp)]
    [InlineData("", Signature, WebhookFailure.MissingTimestamp)]
    [InlineData("soon", Signature, WebhookFailure.MalformedTimestamp)]
    [InlineData("-1778241600", Signature, WebhookFailure.MalformedTimestamp)]
    [InlineData(" 1778241600", Signature, WebhookFailure.MalformedTimestamp)]
    [InlineData("99999999999999999999", Signature, WebhookFailure.MalformedTimestamp)]
    [InlineData("01778241600", Signature, WebhookFailure.SignatureMismatch)]
    [InlineData(At, null, WebhookFailure.MissingSignature)]
    [InlineData(At, "", WebhookFailure.MissingSignature)]
    [InlineData(At, ",,", WebhookFailure.MalformedSignature)]
    [InlineData(At, "v1=", WebhookFailure.MalformedSignature)]
    [InlineData(At, "v1=xyz", WebhookFailure.MalformedSignature)]
    [InlineData(At, "v2=9a", WebhookFailure.MalformedSignature)]
    public void Each_failure_has_its_reason(string? timestamp, string? signature, WebhookFailure failure) =>
        Assert.Equal((failure, null), Check(Body, timestamp, signature));

    [Fact]
    public void A_body_of_any_length_has_the_signature_that_the_platform_gives_it()
    {
        for (var length = 0; length < 5000; length += length is > 2000 and < 2100 ? 1 : 13)
        {
            var body = new byte[length];
            new Random(length).NextBytes(body);
            byte[] signed = [.. Encoding.UTF8.GetBytes(At), (byte)'.', .. body];
            var mac = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), signed);
            Assert.Equal($"v1={Convert.ToHexString(mac).ToLowerInvariant()}", WebhookSignatureScheme.Sign(Secret, At, body));
            Assert.Equal((WebhookFailure.None, "default"), Check(body, At, $"v1={Convert.ToHexString(mac)}"));
        }
    }

    [Fact]
    public void A_body_that_differs_in_one_byte_is_refused()
    {
        for (var index = 0; index < Body.Length; index++)
        {
            var other = (byte[])Body.Clone();
            other[index] ^= 1;
            Assert.Equal(WebhookFailure.SignatureMismatch, Check(other, At, Signature).Failure);
        }
    }

    [Fact]
    public void Any_of_several_signatures_and_secrets_will_do()
    {
        var other = WebhookSignatureScheme.Sign("other", At, Body);
        Assert.Equal(WebhookFailure.None, Check(Body, At, $"v2=00, {other} ,{Signature.ToUpperInvariant().Replace("V1=", "v1=", StringComparison.Ordinal)}").Failure);
        var verifier = new WebhookVerifier([new("live", "third"), new("sandbox", Secret)], time: new StandingClock(Now));
        Assert.True(verifier.TryVerify(Body, At, Signature, out var result));
        Assert.Equal("sandbox", result.SecretLabel);
        Assert.False(verifier.TryVerify(Body, At, other, out _));
    }

    [Fact]
    public void Without_a_secret_nothing_is_accepted()
    {
        Assert.False(new WebhookVerifier([]).TryVerify(Body, At, Signature, out var result));
        Assert.Equal(WebhookFailure.NoSecret, result.Failure);
        Assert.False(default(WebhookVerification).IsValid);
        Assert.Throws<ArgumentException>(() => new WebhookVerifier(""));
    }

    [Fact]
    public void A_negative_tolerance_is_refused() =>
        Assert.Equal("tolerance", Assert.Throws<ArgumentOutOfRangeException>(() => new WebhookVerifier(Secret, TimeSpan.FromTicks(-1))).ParamName);

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    public void No_other_timestamp_is_signed_than_a_verifier_takes(string timestamp) =>
        Assert.Throws<ArgumentException>(() => WebhookSignatureScheme.Sign(Secret, timestamp, Body));

    [Fact]
    public void A_secret_never_shows() => Assert.DoesNotContain("whsec", new WebhookSecret("live", Secret).ToString(), StringComparison.Ordinal);

    private static (WebhookFailure Failure, string? Label) Check(byte[] body, string? timestamp, string? signature, DateTimeOffset? now = null)
    {
        var accepted = new WebhookVerifier(Secret, time: new StandingClock(now ?? Now)).TryVerify(body, timestamp, signature, out var result);
        Assert.Equal(accepted, result.Failure == WebhookFailure.None);
        return (result.Failure, result.SecretLabel);
    }
}
