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

    /// <summary>The most signatures of one header that are looked at, so that a header of any length costs little.</summary>
    internal const int MostSignatures = 16;

    internal const int MacSize = HMACSHA256.HashSizeInBytes;

    // No clock writes more digits than these; the bound also keeps the text on the stack.
    private const int MostDigits = 19;

    private const int MostAtOnce = 2048;

    /// <summary>How old, or how far ahead, a timestamp may be. Assumption: 300 seconds.</summary>
    public static TimeSpan DefaultTolerance { get; } = TimeSpan.FromSeconds(300);

    /// <summary>The value of <c>Peeker-Signature</c> for a body sent at a time.</summary>
    /// <param name="secret">The endpoint's secret, as the portal shows it.</param>
    /// <param name="timestamp">The text of <c>Peeker-Timestamp</c>.</param>
    /// <param name="body">The bytes of the body.</param>
    /// <exception cref="ArgumentException"><paramref name="secret"/> is empty, or <paramref name="timestamp"/> is not a whole number of seconds.</exception>
    public static string Sign(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        ArgumentNullException.ThrowIfNull(timestamp);
        if (!TryReadTimestamp(timestamp, out _)) throw new ArgumentException("A timestamp is a whole number of Unix seconds; make it with Timestamp.", nameof(timestamp));
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        Span<byte> mac = stackalloc byte[MacSize];
        Compute(hash, timestamp, body, mac);
        return Version + Convert.ToHexString(mac).ToLowerInvariant();
    }

    /// <summary>The value of <c>Peeker-Timestamp</c> for a time.</summary>
    public static string Timestamp(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads the digits and nothing else: no sign, no space, no end of text.</summary>
    internal static bool TryReadTimestamp(ReadOnlySpan<char> text, out long seconds)
    {
        seconds = 0;
        if (text.Length is 0 or > MostDigits) return false;
        foreach (var sign in text)
        {
            if (!char.IsAsciiDigit(sign)) return false;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
    }

    /// <summary>Reads the signatures of this scheme out of a header, one after the other; what is not of this scheme is passed over.</summary>
    /// <returns>How many there are.</returns>
    internal static int ReadSignatures(ReadOnlySpan<char> header, Span<byte> macs)
    {
        var count = 0;
        while (!header.IsEmpty && count < MostSignatures)
        {
            var comma = header.IndexOf(',');
            var part = comma < 0 ? header : header[..comma];
            header = comma < 0 ? default : header[(comma + 1)..];
            if (TryDecode(part.Trim(), macs.Slice(count * MacSize, MacSize))) count++;
        }

        return count;
    }

    /// <param name="hash">One that holds the key, and nothing else yet.</param>
    /// <param name="timestamp">Digits.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="mac">Takes <see cref="MacSize"/> bytes.</param>
    internal static void Compute(IncrementalHash hash, ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        // The platform takes longer to be handed a part than to hash it, so what is short is handed over at once.
        Span<byte> signed = stackalloc byte[MostAtOnce];
        var length = Encoding.UTF8.GetBytes(timestamp, signed);
        signed[length++] = (byte)'.';
        var isShort = body.TryCopyTo(signed[length..]);
        hash.AppendData(signed[..(isShort ? length + body.Length : length)]);
        if (!isShort) hash.AppendData(body);
        hash.GetHashAndReset(mac);
    }

    private static bool TryDecode(ReadOnlySpan<char> part, Span<byte> mac)
    {
        if (!part.StartsWith(Version, StringComparison.Ordinal)) return false;
        var digits = part[Version.Length..];
        return digits.Length == MacSize * 2 && TryReadHex(digits, mac);
    }

#if NET9_0_OR_GREATER
    private static bool TryReadHex(ReadOnlySpan<char> digits, Span<byte> mac) => Convert.FromHexString(digits, mac, out _, out _) == System.Buffers.OperationStatus.Done;
#else
    // The platform of that time only had a decoder that throws at what a stranger sent.
    private static bool TryReadHex(ReadOnlySpan<char> digits, Span<byte> mac)
    {
        for (var index = 0; index < mac.Length; index++)
        {
            var (high, low) = (digits[2 * index], digits[2 * index + 1]);
            if (!char.IsAsciiHexDigit(high) || !char.IsAsciiHexDigit(low)) return false;
            mac[index] = (byte)(Value(high) << 4 | Value(low));
        }

        return true;
    }

    private static int Value(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
#endif
}
