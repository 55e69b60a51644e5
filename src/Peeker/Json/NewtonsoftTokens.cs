using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;

namespace Peeker.Json;

/// <summary>Carries a value between Newtonsoft.Json's tokens and UTF-8.</summary>
internal static class NewtonsoftTokens
{
    public static ReadOnlyMemory<byte> ToUtf8(JsonReader reader)
    {
        var (dates, floats) = (reader.DateParseHandling, reader.FloatParseHandling);
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Decimal;
        try
        {
            var buffer = new ArrayBufferWriter<byte>(256);
            using var writer = new Utf8JsonWriter(buffer, WireJson.WriterOptions);
            var depth = 0;
            do
            {
                depth += Copy(reader, writer);
            }
            while (depth > 0 && reader.Read());
            if (depth > 0) throw new JsonReaderException("The document ends in the middle of a value.");
            writer.Flush();
            return buffer.WrittenMemory;
        }
        catch (OverflowException beyond)
        {
            throw new JsonReaderException("A number is beyond what a decimal holds.", beyond);
        }
        finally
        {
            (reader.DateParseHandling, reader.FloatParseHandling) = (dates, floats);
        }
    }

    public static void Write(JsonWriter writer, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject: writer.WriteStartObject(); break;
                case JsonTokenType.EndObject: writer.WriteEndObject(); break;
                case JsonTokenType.StartArray: writer.WriteStartArray(); break;
                case JsonTokenType.EndArray: writer.WriteEndArray(); break;
                case JsonTokenType.PropertyName: writer.WritePropertyName(reader.GetString()!); break;
                case JsonTokenType.String: writer.WriteValue(reader.GetString()); break;
                case JsonTokenType.Number: WriteNumber(writer, ref reader); break;
                case JsonTokenType.True: writer.WriteValue(true); break;
                case JsonTokenType.False: writer.WriteValue(false); break;
                default: writer.WriteNull(); break;
            }
        }
    }

    /// <summary>Copies one token and says by how much it changes the depth.</summary>
    private static int Copy(JsonReader reader, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonToken.StartObject: writer.WriteStartObject(); return 1;
            case JsonToken.StartArray: writer.WriteStartArray(); return 1;
            case JsonToken.EndObject: writer.WriteEndObject(); return -1;
            case JsonToken.EndArray: writer.WriteEndArray(); return -1;
            case JsonToken.PropertyName: writer.WritePropertyName((string)reader.Value!); return 0;
            case JsonToken.Comment: return 0;
            case JsonToken.Boolean: writer.WriteBooleanValue((bool)reader.Value!); return 0;
            case JsonToken.Null or JsonToken.Undefined: writer.WriteNullValue(); return 0;
            case JsonToken.Integer: writer.WriteRawValue(((IFormattable)reader.Value!).ToString(null, CultureInfo.InvariantCulture)); return 0;
            case JsonToken.Float: CopyFloat(reader.Value!, writer); return 0;
            case JsonToken.Raw: writer.WriteRawValue((string)reader.Value!); return 0;
            case JsonToken.Date: CopyDate(reader.Value!, writer); return 0;
            case JsonToken.Bytes: writer.WriteBase64StringValue((byte[])reader.Value!); return 0;
            default: writer.WriteStringValue(Convert.ToString(reader.Value, CultureInfo.InvariantCulture)); return 0;
        }
    }

    private static void CopyFloat(object value, Utf8JsonWriter writer)
    {
        if (value is decimal exact) writer.WriteNumberValue(exact);
        else writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
    }

    // A token tree that was parsed before us may already hold dates: the instant is kept, its text cannot be.
    private static void CopyDate(object value, Utf8JsonWriter writer)
    {
        if (value is DateTimeOffset withOffset) writer.WriteStringValue(withOffset);
        else writer.WriteStringValue((DateTime)value);
    }

    private static void WriteNumber(JsonWriter writer, ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt64(out var integer))
        {
            writer.WriteValue(integer);
            return;
        }

        var text = Encoding.UTF8.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') < 0) writer.WriteValue(BigInteger.Parse(text, CultureInfo.InvariantCulture));
        else if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && exact.ToString(CultureInfo.InvariantCulture) == text) writer.WriteValue(exact);
        else writer.WriteRawValue(text);
    }
}
