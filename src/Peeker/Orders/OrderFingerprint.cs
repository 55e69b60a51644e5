using System.Security.Cryptography;

namespace Peeker;

/// <summary>What tells one body from another, and the form of it that may be stored beside a body without its secrets.</summary>
internal static class OrderFingerprint
{
    public const int Size = SHA256.HashSizeInBytes;

    public static byte[] Of(ReadOnlySpan<byte> body) => SHA256.HashData(body);

    public static string Hex(ReadOnlySpan<byte> body) => Convert.ToHexString(Of(body)).ToLowerInvariant();

    /// <summary>
    /// The fingerprint itself would let whoever reads the store try a list of passwords at millions a second. Derived slowly, each
    /// guess costs what one check costs. Stored bytes say the count, so that a later version may raise it.
    /// </summary>
    public static byte[] Check(ReadOnlySpan<byte> body, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Of(body), salt, iterations, HashAlgorithmName.SHA256, Size);
}
