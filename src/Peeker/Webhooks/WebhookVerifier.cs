using System.Security.Cryptography;

namespace Peeker;

/// <summary>
/// Tells whether a delivery comes from Peeker: over the raw bytes of the body, before anything parses them. Safe to share between threads.
/// </summary>
/// <remarks>Light to make: what a check keeps is kept with each <see cref="WebhookSecret"/>. When secrets change, make another verifier.</remarks>
public sealed class WebhookVerifier
{
    private readonly WebhookSecret[] _secrets;
    private readonly long _tolerance;
    private readonly TimeProvider _time;

    /// <summary>Accepts what any of the secrets signed, so that a secret can be rotated.</summary>
    /// <param name="secrets">The live secrets. Without any, nothing is accepted.</param>
    /// <param name="tolerance">How old, or how far ahead, a timestamp may be; 300 seconds if not given (an assumption).</param>
    /// <param name="time">The clock; the system's if not given.</param>
    /// <exception cref="ArgumentException">A secret is null, or the tolerance is negative.</exception>
    public WebhookVerifier(IEnumerable<WebhookSecret> secrets, TimeSpan? tolerance = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = [.. secrets];
        if (_secrets.Contains(null)) throw new ArgumentException("A secret is null.", nameof(secrets));
        var most = tolerance ?? WebhookSignatureScheme.DefaultTolerance;
        ArgumentOutOfRangeException.ThrowIfLessThan(most, TimeSpan.Zero, nameof(tolerance));

        // Ages are whole seconds, so a part of one allows nothing more.
        _tolerance = most.Ticks / TimeSpan.TicksPerSecond;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Accepts what one secret signed.</summary>
    public WebhookVerifier(string secret, TimeSpan? tolerance = null, TimeProvider? time = null)
        : this([new WebhookSecret("default", secret)], tolerance, time)
    {
    }

    /// <summary>Checks a delivery. Never throws.</summary>
    /// <param name="body">The bytes of the body, exactly as received.</param>
    /// <param name="timestamp">The text of <c>Peeker-Timestamp</c>, exactly as received.</param>
    /// <param name="signature">The text of <c>Peeker-Signature</c>. If the header came several times, its values joined by commas.</param>
    /// <param name="result">Why it failed, or which secret matched.</param>
    /// <returns>Whether the body may be trusted.</returns>
    public bool TryVerify(ReadOnlySpan<byte> body, string? timestamp, string? signature, out WebhookVerification result) =>
        TryVerify(body, timestamp.AsSpan(), signature.AsSpan(), out result);

    /// <inheritdoc cref="TryVerify(ReadOnlySpan{byte}, string, string, out WebhookVerification)"/>
    public bool TryVerify(ReadOnlySpan<byte> body, ReadOnlySpan<char> timestamp, ReadOnlySpan<char> signature, out WebhookVerification result)
    {
        try
        {
            result = Verify(body, timestamp, signature);
        }
#pragma warning disable CA1031 // Whatever the platform or a clock from outside throws: a receiver fails closed and goes on.
        catch (Exception)
#pragma warning restore CA1031
        {
            result = new(WebhookFailure.CheckFailed, null);
        }

        return result.IsValid;
    }

    private WebhookVerification Verify(ReadOnlySpan<byte> body, ReadOnlySpan<char> timestamp, ReadOnlySpan<char> signature)
    {
        if (_secrets.Length == 0) return new(WebhookFailure.NoSecret, null);
        if (timestamp.IsEmpty) return new(WebhookFailure.MissingTimestamp, null);
        if (!WebhookSignatureScheme.TryReadTimestamp(timestamp, out var seconds)) return new(WebhookFailure.MalformedTimestamp, null);
        if (signature.IsEmpty) return new(WebhookFailure.MissingSignature, null);
        Span<byte> given = stackalloc byte[WebhookSignatureScheme.MostSignatures * WebhookSignatureScheme.MacSize];
        var count = WebhookSignatureScheme.ReadSignatures(signature, given);
        return count == 0 ? new(WebhookFailure.MalformedSignature, null) : Compare(body, timestamp, seconds, given[..(count * WebhookSignatureScheme.MacSize)]);
    }

    private WebhookVerification Compare(ReadOnlySpan<byte> body, ReadOnlySpan<char> timestamp, long seconds, ReadOnlySpan<byte> given)
    {
        Span<byte> mac = stackalloc byte[WebhookSignatureScheme.MacSize];
        foreach (var secret in _secrets)
        {
            secret.Hashes.Compute(timestamp, body, mac);
            for (var rest = given; !rest.IsEmpty; rest = rest[mac.Length..])
            {
                if (CryptographicOperations.FixedTimeEquals(mac, rest[..mac.Length])) return new(Age(seconds), secret.Label);
            }
        }

        return new(WebhookFailure.SignatureMismatch, null);
    }

    private WebhookFailure Age(long seconds)
    {
        // A timestamp may be any number of nineteen digits.
        var age = (Int128)_time.GetUtcNow().ToUnixTimeSeconds() - seconds;
        if (age > _tolerance) return WebhookFailure.TimestampTooOld;
        return -age > _tolerance ? WebhookFailure.TimestampInFuture : WebhookFailure.None;
    }
}
