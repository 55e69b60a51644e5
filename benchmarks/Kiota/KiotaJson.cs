using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace Peeker.Benchmarks.Kiota;

/// <summary>Kiota's factories, as its request adapter uses them.</summary>
internal static class KiotaJson
{
    private static readonly JsonParseNodeFactory Reading = new();
    private static readonly JsonSerializationWriterFactory Writing = new();

    public static T Read<T>(byte[] body, ParsableFactory<T> factory)
        where T : IParsable
    {
        using var stream = new MemoryStream(body);

        // The stream is memory: the task has ended when it is returned.
        var node = Reading.GetRootParseNodeAsync("application/json", stream).GetAwaiter().GetResult();
        return node.GetObjectValue(factory)!;
    }

    public static byte[] Write<T>(T value)
        where T : IParsable
    {
        using var writer = Writing.GetSerializationWriter("application/json");
        writer.WriteObjectValue(null, value);
        using var content = writer.GetSerializedContent();
        var bytes = new byte[content.Length];
        content.ReadExactly(bytes);
        return bytes;
    }
}
