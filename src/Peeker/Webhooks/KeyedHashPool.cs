using System.Security.Cryptography;

namespace Peeker.Webhooks;

/// <summary>
/// Hashes that already hold the key of one secret. One hash is for one thread at a time, so each check takes one out and puts it back.
/// A bounded array and no thread statics: when the secret goes, its hashes go with it, however many threads used it.
/// </summary>
internal sealed class KeyedHashPool(byte[] key)
{
    // A check waits for nothing, so hardly more are out at once than there are cores; above that, a hash is made and thrown away.
    private static readonly int Most = Math.Clamp(Environment.ProcessorCount * 2, 8, 64);

    private readonly IncrementalHash?[] _idle = new IncrementalHash?[Most];

    /// <summary>The hash of what is signed. A hash that failed on the way is thrown away: it may hold half of a delivery.</summary>
    /// <exception cref="CryptographicException">The platform could not compute it.</exception>
    public void Compute(ReadOnlySpan<char> timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        var hash = Rent();
        var isWhole = false;
        try
        {
            WebhookSignatureScheme.Compute(hash, timestamp, body, mac);
            isWhole = true;
        }
        finally
        {
            if (isWhole) Return(hash);
            else hash.Dispose();
        }
    }

    internal IncrementalHash Rent()
    {
        var start = Environment.CurrentManagedThreadId % Most;
        for (var step = 0; step < Most; step++)
        {
            ref var place = ref _idle[(start + step) % Most];
            if (Volatile.Read(ref place) is not null && Interlocked.Exchange(ref place, null) is { } hash) return hash;
        }

        return IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
    }

    internal void Return(IncrementalHash hash)
    {
        var start = Environment.CurrentManagedThreadId % Most;
        for (var step = 0; step < Most; step++)
        {
            ref var place = ref _idle[(start + step) % Most];
            if (Volatile.Read(ref place) is null && Interlocked.CompareExchange(ref place, hash, null) is null) return;
        }

        hash.Dispose();
    }
}
