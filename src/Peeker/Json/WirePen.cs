using System.Buffers;
using System.Text.Json;

namespace Peeker.Json;

/// <summary>A writer and its memory, kept by each thread for its next document.</summary>
internal sealed class WirePen : IDisposable
{
    // One large document must not hold its memory for as long as the thread lives.
    private const int MostKept = 64 * 1024;

    [ThreadStatic]
    private static WirePen? _kept;

    private readonly ArrayBufferWriter<byte> _memory = new(1024);

    private bool _isWhole;

    private WirePen() => Writer = new(_memory, WireJson.WriterOptions);

    public Utf8JsonWriter Writer { get; }

    /// <summary>The thread's own, or another one while that is in use.</summary>
    public static WirePen Take()
    {
        var pen = _kept ?? new();
        _kept = null;
        return pen;
    }

    /// <summary>What was written: one whole document.</summary>
    public byte[] ToArray()
    {
        Writer.Flush();
        _isWhole = true;
        return _memory.WrittenSpan.ToArray();
    }

    /// <summary>Gives it back, without the document: an order holds a password.</summary>
    public void Dispose()
    {
        // After an exception the writer may hold bytes that the memory does not count, and so does not clear.
        if (!_isWhole || _memory.Capacity > MostKept) return;
        _isWhole = false;
        Writer.Reset();
        _memory.Clear();
        _kept = this;
    }
}
