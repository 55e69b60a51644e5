using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Peeker;

/// <summary>
/// Remembers names by 64 bits each, in a table with open addressing that is at most three quarters full. The bits are of SHA-256, so nobody who chooses the names
/// can make them crowd one place of the table.
/// </summary>
internal sealed class NameSet
{
    private ulong[] _slots = new ulong[64];
    private long _count;

    /// <summary>The memory of the table.</summary>
    public long Bytes => _slots.LongLength * sizeof(ulong);

    /// <summary>False when the name was there before.</summary>
    public bool Add(string name)
    {
        if ((_count + 1) * 4 > _slots.LongLength * 3) Grow();
        if (!Place(_slots, HashOf(name))) return false;
        _count++;
        return true;
    }

    private void Grow()
    {
        var larger = new ulong[_slots.LongLength * 2];
        foreach (var hash in _slots)
        {
            if (hash != 0) Place(larger, hash);
        }

        _slots = larger;
    }

    private static bool Place(ulong[] slots, ulong hash)
    {
        var mask = (ulong)slots.LongLength - 1;
        for (var slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == hash) return false;
            if (slots[slot] != 0) continue;
            slots[slot] = hash;
            return true;
        }
    }

    private static ulong HashOf(string name)
    {
        var text = DomainNameComparer.WithoutDot(name);
        char[]? rented = null;
        var upper = text.Length <= 256 ? stackalloc char[256] : rented = ArrayPool<char>.Shared.Rent(text.Length);
        if (DomainNameComparer.IsId(name)) text.CopyTo(upper);
        else text.ToUpperInvariant(upper);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(upper[..text.Length]), digest);
        if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        // Zero marks a free slot.
        return BinaryPrimitives.ReadUInt64LittleEndian(digest) is var hash && hash == 0 ? 1 : hash;
    }
}
