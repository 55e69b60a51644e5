using System.Globalization;
using Peeker.Webhooks.Diagnosis;

namespace Peeker;

/// <summary>
/// Says why a captured delivery is refused: tries what usually goes wrong and names what makes the signature match. For a person at a desk;
/// a receiver never decides by it. A match proves what was signed, not that the body may be trusted.
/// </summary>
/// <remarks>The guide is docs/webhook-signatures.md.</remarks>
public sealed class WebhookDiagnostic
{
    private readonly WebhookSecret[] _secrets;
    private readonly WebhookSecret[] _others;
    private readonly TimeSpan? _tolerance;
    private readonly TimeProvider _time;

    /// <summary>Tries the secrets of the endpoint.</summary>
    /// <param name="secrets">Those the endpoint holds, exactly as it holds them.</param>
    /// <param name="others">Those it should not hold: of the other environment, of other endpoints, old ones.</param>
    /// <param name="tolerance">The verifier's tolerance; 300 seconds if not given (an assumption).</param>
    /// <param name="time">The clock; the system's if not given.</param>
    /// <exception cref="ArgumentException">A secret is null, or the tolerance is negative.</exception>
    public WebhookDiagnostic(IEnumerable<WebhookSecret> secrets, IEnumerable<WebhookSecret>? others = null, TimeSpan? tolerance = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        (_secrets, _others, _tolerance, _time) = ([.. secrets], [.. others ?? []], tolerance, time ?? TimeProvider.System);
        if (_others.Contains(null)) throw new ArgumentException("A secret is null.", nameof(others));
        _ = new WebhookVerifier(_secrets, tolerance);
    }

    /// <summary>Names the likely cause.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="delivery"/> is null.</exception>
    public WebhookDiagnosis Examine(CapturedDelivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        var now = delivery.ReceivedAt ?? _time.GetUtcNow();
        new WebhookVerifier(_secrets, _tolerance, new StandingClock(now)).TryVerify(delivery.Body.Span, delivery.Timestamp, delivery.Signature, out var found);
        return found.Failure switch
        {
            WebhookFailure.None => new(WebhookCause.None, found.Failure, "The delivery is right.") { SecretLabel = found.SecretLabel, Age = Age(delivery, now) },
            WebhookFailure.TimestampTooOld or WebhookFailure.TimestampInFuture => Skew(delivery, now, found),
            WebhookFailure.NoSecret => new(WebhookCause.NoSecret, found.Failure, "The endpoint holds no secret, so nothing is accepted. Set the one the portal showed."),
            WebhookFailure.MissingTimestamp => Missing(WebhookSignatureScheme.TimestampHeader, found.Failure),
            WebhookFailure.MissingSignature => Missing(WebhookSignatureScheme.SignatureHeader, found.Failure),
            WebhookFailure.MalformedTimestamp => new(WebhookCause.MalformedHeader, found.Failure, $"{WebhookSignatureScheme.TimestampHeader} is not a whole number of seconds. Hand it over as received, and only once."),
            _ => new Suspects(_secrets, _others, delivery).FirstMatch(found.Failure) ?? Unmatched(delivery, found.Failure),
        };
    }

    private static WebhookDiagnosis Missing(string header, WebhookFailure failure) =>
        new(WebhookCause.MissingHeader, failure, $"{header} is missing. The request is not Peeker's, or a proxy takes the header out.");

    private static WebhookDiagnosis Unmatched(CapturedDelivery delivery, WebhookFailure failure) => GivenMacs.Of(delivery.Signature!).Count == 0
        ? new(WebhookCause.MalformedHeader, failure, $"{WebhookSignatureScheme.SignatureHeader} holds no signature in any form tried. Hand it over as received.")
        : new(WebhookCause.WrongSecret, failure, "No body, secret or signed string that was tried matches. Most likely the secret is of another endpoint or was replaced: compare it with the portal's. Or the body was changed in a way that cannot be undone.");

    private static WebhookDiagnosis Skew(CapturedDelivery delivery, DateTimeOffset now, WebhookVerification found)
    {
        var age = Age(delivery, now);
        var seconds = Math.Abs(Math.Round(age.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var text = age > TimeSpan.Zero
            ? $"The signature is right, and its time is {seconds} s before the receiver's. The receiver's clock is ahead, or the delivery waited or was sent again by someone else: synchronise the clock."
            : $"The signature is right, and its time is {seconds} s after the receiver's. The receiver's clock is behind: synchronise it.";
        return new(WebhookCause.ClockSkew, found.Failure, text) { SecretLabel = found.SecretLabel, Age = age };
    }

    // Bounded: nineteen digits are more seconds than a TimeSpan holds.
    private static TimeSpan Age(CapturedDelivery delivery, DateTimeOffset now)
    {
        WebhookSignatureScheme.TryReadTimestamp(delivery.Timestamp, out var seconds);
        return TimeSpan.FromSeconds(Math.Clamp(now.ToUnixTimeSeconds() - (double)seconds, -9e11, 9e11));
    }

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
