using System.Security.Cryptography;

namespace Peeker;

/// <summary>An order as it is stored whole, sealed by the caller. The layout is described byte for byte in docs/orders.md.</summary>
internal static class ProtectedOrder
{
    public static byte[] Write(DateTimeOffset preparedAt, ReadOnlySpan<byte> body, Func<byte[], byte[]> protect)
    {
        var inside = new StoredOrderWriter();
        inside.Put(Digest(preparedAt, body));
        inside.PutInstant(preparedAt);
        inside.Put(body);
        var plain = inside.Written.ToArray();
        try
        {
            var writer = new StoredOrderWriter();
            StoredOrderHead.Write(writer, StoredOrderHead.Protected);
            writer.Put(protect(plain) ?? throw new ArgumentException("The delegate returned null.", nameof(protect)));
            return writer.Written.ToArray();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <exception cref="PeekerStoredOrderException">The bytes are not such an order, or cannot be opened.</exception>
    public static (DateTimeOffset PreparedAt, byte[] Body) Read(ReadOnlySpan<byte> stored, Func<byte[], byte[]> unprotect)
    {
        var bytes = new StoredBytes(Open(StoredOrderHead.Read(stored, StoredOrderHead.Protected).ToArray(), unprotect));
        var digest = bytes.Take(SHA256.HashSizeInBytes);
        var preparedAt = bytes.TakeInstant();
        var body = bytes.TakeRest().ToArray();
        if (!Digest(preparedAt, body).AsSpan().SequenceEqual(digest)) throw PeekerStoredOrderException.Damaged();
        return (preparedAt, body);
    }

    private static byte[] Open(byte[] closed, Func<byte[], byte[]> unprotect)
    {
        try
        {
            return unprotect(closed);
        }
        catch (CryptographicException refused)
        {
            throw PeekerStoredOrderException.Sealed(refused);
        }
    }

    // A delegate that does not authenticate would otherwise hand out other bytes without a word.
    private static byte[] Digest(DateTimeOffset preparedAt, ReadOnlySpan<byte> body)
    {
        var writer = new StoredOrderWriter();
        writer.PutInstant(preparedAt);
        writer.Put(body);
        return SHA256.HashData(writer.Written);
    }
}
