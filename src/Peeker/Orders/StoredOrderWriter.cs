using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Peeker;

/// <summary>Writes a stored order from front to back. Numbers stand most significant byte first.</summary>
internal sealed class StoredOrderWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Put(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    public void PutInt32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(sizeof(int)), value);
        _bytes.Advance(sizeof(int));
    }

    public void PutInstant(DateTimeOffset instant)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(sizeof(long)), instant.UtcTicks);
        _bytes.Advance(sizeof(long));
    }

    public void PutText(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        PutInt32(utf8.Length);
        Put(utf8);
    }
}
