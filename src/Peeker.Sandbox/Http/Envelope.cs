using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Peeker.Sandbox.Http;

/// <summary>Writes the objects around resources and errors.</summary>
internal static class Envelope
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Data<T>(T resource) => Write(json =>
    {
        json.WritePropertyName("data");
        JsonSerializer.Serialize(json, resource);
    });

    public static byte[] Error(ApiError error) => Write(json =>
    {
        json.WritePropertyName("error");
        JsonSerializer.Serialize(json, error);
    });

    public static byte[] Page<T>(IEnumerable<T> rows, PageLinks links, PageMeta meta) => Write(json =>
    {
        json.WriteStartArray("data");
        foreach (var row in rows) JsonSerializer.Serialize(json, row);
        json.WriteEndArray();
        json.WritePropertyName("links");
        JsonSerializer.Serialize(json, links);
        json.WritePropertyName("meta");
        JsonSerializer.Serialize(json, meta);
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
