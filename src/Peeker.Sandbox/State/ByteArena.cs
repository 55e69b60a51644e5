namespace Peeker.Sandbox.State;

/// <summary>
/// Keeps small byte sequences that live for a while side by side in large blocks. The collector copies what survives, but not large
/// blocks; a busy sandbox would spend a third of its time on that.
/// </summary>
internal sealed class ByteArena
{
    // Far above the size from which the runtime leaves objects in place.
    private const int BlockBytes = 1 << 20;

    private readonly object _lock = new();
    private byte[] _block = [];
    private int _used;

    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > BlockBytes / 8) return bytes.ToArray();
        Memory<byte> place;
        lock (_lock)
        {
            if (_block.Length - _used < bytes.Length) (_block, _used) = (new byte[BlockBytes], 0);
            place = _block.AsMemory(_used, bytes.Length);
            _used += bytes.Length;
        }

        bytes.CopyTo(place.Span);
        return place;
    }
}
