using System.Text.Json;
using System.Text.Json.Serialization;

namespace Peeker.Json;

/// <summary>System.Text.Json over the same code that reads and writes the wire. Needs no reflection.</summary>
/// <typeparam name="T">A type of the specification.</typeparam>
public sealed class WireConverter<T> : JsonConverter<T>
    where T : IWire<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => value.Write(writer);
}
