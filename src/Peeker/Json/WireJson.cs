using System.Text.Json;

namespace Peeker.Json;

/// <summary>Whole documents.</summary>
internal static class WireJson
{
    /// <summary>Escapes no more than JSON and the documented examples do.</summary>
    public static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <exception cref="JsonException">The document is malformed or not what the specification says.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : IWire<T> => Read<T>(json, default);

    /// <exception cref="JsonException">The document is malformed or not what the specification says.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonReaderOptions options)
        where T : IWire<T>
    {
        var reader = new Utf8JsonReader(json, options);
        try
        {
            reader.Read();
            var value = T.Read(ref reader);

            // Throws for anything but white space after the value.
            reader.Read();
            return value;
        }
        catch (InvalidOperationException wrong)
        {
            throw new JsonException("The document holds text that is no Unicode.", wrong);
        }
    }

    public static byte[] Write<T>(T value)
        where T : IWire<T>
    {
        using var pen = WirePen.Take();
        value.Write(pen.Writer);
        return pen.ToArray();
    }
}
