using System.Globalization;
using System.Text;

namespace Peeker.Tests.Webhooks;

public sealed class MutatedDeliveryTests
{
    private const long Now = 1_778_241_600;

    /// <summary>How many is told by the variable PEEKER_MUTATED_DELIVERIES.</summary>
    [Fact]
    public void No_mutated_delivery_is_accepted_and_none_throws()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PEEKER_MUTATED_DELIVERIES"), CultureInfo.InvariantCulture, out var told) ? told : 20_000;
        var seed = Random.Shared.Next();
        var mutation = new Mutation(new(seed));
        var reasons = new Dictionary<WebhookFailure, int>();
        var original = Original(mutation);
        for (var number = 0; number < count; number++)
        {
            if (number % 100 == 0)
            {
                original = Original(mutation);
                Assert.True(Verifier(original).TryVerify(original.Body, original.Timestamp, original.Signature, out _));
            }

            var mutated = mutation.Of(original);
            var verifier = ReferenceEquals(mutated.Secret, original.Secret) ? original.Verifier! : Verifier(mutated);
            var accepted = verifier.TryVerify(mutated.Body, mutated.Timestamp, mutated.Signature, out var result);
            Assert.False(accepted, $"Number {number} of seed {seed} was accepted.");
            Assert.Null(result.Failure is WebhookFailure.SignatureMismatch ? result.SecretLabel : null);
            Assert.NotEqual(WebhookFailure.CheckFailed, result.Failure);
            reasons[result.Failure] = reasons.GetValueOrDefault(result.Failure) + 1;
        }

        // Most must get as far as the comparison, or the test shows little.
        Assert.True(reasons[WebhookFailure.SignatureMismatch] > count / 2, string.Join(", ", reasons));
    }

    private static SignedDelivery Original(Mutation mutation)
    {
        var secret = mutation.Text(mutation.Next(1, 80));
        var timestamp = Now.ToString(CultureInfo.InvariantCulture);
        var body = Encoding.UTF8.GetBytes(mutation.Text(mutation.Next(0, 800)));
        var delivery = new SignedDelivery(secret, timestamp, body, WebhookSignatureScheme.Sign(secret, timestamp, body));
        return delivery with { Verifier = Verifier(delivery) };
    }

    // The timestamp is no help to it: any age will do.
    private static WebhookVerifier Verifier(SignedDelivery delivery) => new(delivery.Secret, TimeSpan.MaxValue, new StandingClock(DateTimeOffset.FromUnixTimeSeconds(Now)));
}
