using System.Buffers.Binary;
using System.Text;

namespace Peeker;

/// <summary>Reads a stored order from front to back; bytes that end too early are damaged.</summary>
internal ref struct StoredBytes(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length) throw PeekerStoredOrderException.Damaged();
        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }

    public ReadOnlySpan<byte> TakeRest() => Take(_rest.Length);

    public long TakeInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public int TakeInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public string TakeText() => Encoding.UTF8.GetString(Take(TakeInt32()));

    public DateTimeOffset TakeInstant()
    {
        var ticks = TakeInt64();
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay) throw PeekerStoredOrderException.Damaged();
        return new(ticks, TimeSpan.Zero);
    }
}
