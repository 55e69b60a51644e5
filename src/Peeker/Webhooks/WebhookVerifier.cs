using System.Globalization;
using System.Security.Cryptography;

namespace Peeker;

/// <summary>
/// Tells whether a delivery comes from Peeker: over the raw bytes of the body, before anything parses them. Safe to share between threads.
/// </summary>
public sealed class WebhookVerifier
{
    private readonly WebhookSecret[] _secrets;
    private readonly TimeSpan _tolerance;
    private readonly TimeProvider _time;

    /// <summary>Accepts what any of the secrets signed, so that a secret can be rotated.</summary>
    /// <param name="secrets">The live secrets. Without any, nothing is accepted.</param>
    /// <param name="tolerance">How old, or how far ahead, a timestamp may be; 300 seconds if not given (an assumption).</param>
    /// <param name="time">The clock; the system's if not given.</param>
    public WebhookVerifier(IEnumerable<WebhookSecret> secrets, TimeSpan? tolerance = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        _secrets = [.. secrets];
        if (_secrets.Contains(null)) throw new ArgumentException("A secret is null.", nameof(secrets));
        _tolerance = tolerance ?? WebhookSignatureScheme.DefaultTolerance;
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
    /// <param name="signature">The text of <c>Peeker-Signature</c>.</param>
    /// <param name="result">Why it failed, or which secret matched.</param>
    /// <returns>Whether the body may be trusted.</returns>
    public bool TryVerify(ReadOnlySpan<byte> body, string? timestamp, string? signature, out WebhookVerification result)
    {
        result = Verify(body, timestamp, signature);
        return result.IsValid;
    }

    private WebhookVerification Verify(ReadOnlySpan<byte> body, string? timestamp, string? signature)
    {
        if (_secrets.Length == 0) return new(WebhookFailure.NoSecret, null);
        if (string.IsNullOrEmpty(timestamp)) return new(WebhookFailure.MissingTimestamp, null);
        // No clock writes more digits than these; the bound also keeps the text on the stack.
        if (timestamp.Length > 19 || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return new(WebhookFailure.MalformedTimestamp, null);
        if (string.IsNullOrEmpty(signature)) return new(WebhookFailure.MissingSignature, null);

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var wellFormed = false;
        foreach (var secret in _secrets)
        {
            WebhookSignatureScheme.Compute(secret.Key, timestamp, body, mac);
            var rest = signature.AsSpan();
            while (!rest.IsEmpty)
            {
                var comma = rest.IndexOf(',');
                var part = comma < 0 ? rest : rest[..comma];
                rest = comma < 0 ? default : rest[(comma + 1)..];
                if (!TryDecode(part.Trim(), given)) continue;
                wellFormed = true;
                if (CryptographicOperations.FixedTimeEquals(mac, given)) return new(Age(seconds), secret.Label);
            }

            if (!wellFormed) return new(WebhookFailure.MalformedSignature, null);
        }

        return new(WebhookFailure.SignatureMismatch, null);
    }

    private WebhookFailure Age(long seconds)
    {
        var difference = _time.GetUtcNow().ToUnixTimeSeconds() - (decimal)seconds;
        if (difference > (decimal)_tolerance.TotalSeconds) return WebhookFailure.TimestampTooOld;
        return -difference > (decimal)_tolerance.TotalSeconds ? WebhookFailure.TimestampInFuture : WebhookFailure.None;
    }

    private static bool TryDecode(ReadOnlySpan<char> part, Span<byte> mac)
    {
        if (!part.StartsWith(WebhookSignatureScheme.Version, StringComparison.Ordinal)) return false;
        var digits = part[WebhookSignatureScheme.Version.Length..];
        if (digits.Length != mac.Length * 2) return false;
        for (var index = 0; index < mac.Length; index++)
        {
            var (high, low) = (digits[2 * index], digits[2 * index + 1]);
            if (!char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low)) return false;
            mac[index] = (byte)(Value(high) << 4 | Value(low));
        }

        return true;
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
