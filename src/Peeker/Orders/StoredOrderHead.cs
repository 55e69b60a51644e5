namespace Peeker;

/// <summary>The first nine bytes of every stored order, in every version: <c>PKORDER</c>, the version, the form.</summary>
internal static class StoredOrderHead
{
    public const byte WithHoles = 0;
    public const byte Protected = 1;

    private const byte Version = 1;
    private const int Size = 9;

    private static ReadOnlySpan<byte> Magic => "PKORDER"u8;

    public static void Write(StoredOrderWriter writer, byte form)
    {
        writer.Put(Magic);
        writer.Put([Version, form]);
    }

    /// <summary>What follows the head.</summary>
    /// <exception cref="PeekerStoredOrderException">The bytes are not of this form and version.</exception>
    public static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> stored, byte form)
    {
        if (stored.Length < Size || !stored.StartsWith(Magic)) throw PeekerStoredOrderException.Foreign();
        if (stored[Magic.Length] > Version) throw PeekerStoredOrderException.Newer(stored[Magic.Length]);
        var found = stored[Magic.Length + 1];
        if (stored[Magic.Length] < Version || found > Protected) throw PeekerStoredOrderException.Damaged();
        if (found != form) throw PeekerStoredOrderException.OtherForm(isProtected: found == Protected);
        return stored[Size..];
    }
}
