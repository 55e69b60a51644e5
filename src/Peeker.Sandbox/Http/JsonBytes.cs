using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Peeker.Sandbox.Http;

/// <summary>Writes JSON into an array of its exact size; each thread keeps its buffer.</summary>
internal static class JsonBytes
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T state, Action<Utf8JsonWriter, T> members)
    {
        var buffer = _buffer ??= new(4096);
        var json = _writer ??= new(buffer, Options);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        members(json, state);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
