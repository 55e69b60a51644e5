using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Peeker;

/// <summary>
/// What is signed, and how a signature is written. The one place that knows; verifier, sandbox and vectors share it.
/// </summary>
/// <remarks>
/// Documented: HMAC-SHA256, and <c>v1=</c> before the hexadecimal digits (docs.peeker.ai/webhooks). Assumption: the signed bytes are
/// the timestamp header as received, a dot, and the raw body; the secret's UTF-8 bytes are the key; several signatures are
/// separated by commas.
/// </remarks>
public static class WebhookSignatureScheme
{
    /// <summary>The header with the event's id, which stays the same when an event is delivered again.</summary>
    public const string EventIdHeader = "Peeker-Event-Id";

    /// <summary>The header with the time of signing, in Unix seconds.</summary>
    public const string TimestampHeader = "Peeker-Timestamp";

    /// <summary>The header with the signatures.</summary>
    public const string SignatureHeader = "Peeker-Signature";

    /// <summary>What stands before the digits of a signature of this scheme.</summary>
    public const string Version = "v1=";

    /// <summary>How old, or how far ahead, a timestamp may be. Assumption: 300 seconds.</summary>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary>The value of <c>Peeker-Signature</c> for a body sent at a time.</summary>
    /// <param name="secret">The endpoint's secret, as the portal shows it.</param>
    /// <param name="timestamp">The text of <c>Peeker-Timestamp</c>.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty.</exception>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        ArgumentNullException.ThrowIfNull(timestamp);
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(Encoding.UTF8.GetBytes(secret), timestamp, body, mac);
        return Version + Convert.ToHexString(mac).ToLowerInvariant();
    }

    /// <summary>The value of <c>Peeker-Timestamp</c> for a time.</summary>
    public static string Timestamp(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal static void Compute(byte[] key, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> prefix = stackalloc byte[Encoding.UTF8.GetMaxByteCount(timestamp.Length) + 1];
        var length = Encoding.UTF8.GetBytes(timestamp, prefix);
        prefix[length++] = (byte)'.';
        hash.AppendData(prefix[..length]);
        hash.AppendData(body);
        hash.GetHashAndReset(mac);
    }
}
