using System.Text.Json;
using Newtonsoft.Json;

namespace Peeker.Json;

/// <summary>
/// Newtonsoft.Json over the same code that reads and writes the wire. It writes tokens, so <c>JObject.FromObject</c> works, and reads
/// from any reader without letting it touch dates or decimals; the reader's settings are put back.
/// </summary>
/// <remarks>
/// What Newtonsoft.Json itself has changed before this converter sees it stays changed: a <c>JObject</c> parsed with its default date
/// handling holds dates, not the texts they came from, and a number with more digits than <see cref="decimal"/> holds is cut to them, or refused when it is larger.
/// </remarks>
/// <typeparam name="T">A type of the specification.</typeparam>
public sealed class NewtonsoftWireConverter<T> : Newtonsoft.Json.JsonConverter
    where T : IWire<T>
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) =>
        typeof(T).IsAssignableFrom(objectType) || Nullable.GetUnderlyingType(objectType) == typeof(T);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(reader);
        if (reader.TokenType == JsonToken.Null)
            return !typeof(T).IsValueType || Nullable.GetUnderlyingType(objectType) is not null ? null : throw new JsonSerializationException("The value must not be null.");
        var json = NewtonsoftTokens.ToUtf8(reader);
        try
        {
            return WireJson.Read<T>(json.Span);
        }
        catch (System.Text.Json.JsonException wrong)
        {
            throw new JsonSerializationException(wrong.Message, reader.Path, 0, 0, wrong);
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null) writer.WriteNull();
        else NewtonsoftTokens.Write(writer, WireJson.Write((T)value));
    }
}
