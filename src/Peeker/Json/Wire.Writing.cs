using System.Globalization;
using System.Text.Json;

namespace Peeker.Json;

// What generated Write methods are made of. A null where none is allowed is written as null: the API then names the member.
internal static partial class Wire
{
    // Keeps every tick an instant has and drops trailing zeros: "Z" for UTC, as the API writes it.
    private const string InstantFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFF";

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value) => writer.WriteString(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        Span<char> text = stackalloc char[40];
        value.TryFormat(text, out var length, InstantFormat, CultureInfo.InvariantCulture);
        if (value.Offset == TimeSpan.Zero)
        {
            text[length++] = 'Z';
        }
        else
        {
            value.TryFormat(text[length..], out var offset, "zzz", CultureInfo.InvariantCulture);
            length += offset;
        }

        writer.WriteString(name, text[..length]);
    }

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<string>? values)
    {
        writer.WritePropertyName(name);
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var index = 0; index < values.Count; index++) writer.WriteStringValue(values[index]);
        writer.WriteEndArray();
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, IReadOnlyList<T>? values)
        where T : IWire<T>
    {
        writer.WritePropertyName(name);
        if (values is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartArray();
        for (var index = 0; index < values.Count; index++) WriteValue(writer, values[index]);
        writer.WriteEndArray();
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : IWire<T>
    {
        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    public static void WriteAdditional(Utf8JsonWriter writer, IReadOnlyDictionary<string, JsonElement>? additional)
    {
        if (additional is null) return;
        foreach (var (name, value) in additional)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private static void WriteValue<T>(Utf8JsonWriter writer, T? value)
        where T : IWire<T>
    {
        if (value is null) writer.WriteNullValue();
        else value.Write(writer);
    }
}
