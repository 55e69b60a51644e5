using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Peeker.Json;

// What generated Write methods are made of. A null where none is allowed is written as null: the API then names the member.
internal static partial class Wire
{
    private const int FractionEnd = 27, RoundTripLength = 33;

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, string? value) => writer.WriteString(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);

    /// <summary>Keeps every tick an instant has and drops trailing zeros: "Z" for UTC, as the API writes it.</summary>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        // The two forms that the platform writes fastest: yyyy-MM-ddTHH:mm:ss, and the same with .fffffff and an offset.
        Span<byte> text = stackalloc byte[RoundTripLength];
        int length;
        if (value.Ticks % TimeSpan.TicksPerSecond == 0 && value.Offset == TimeSpan.Zero)
        {
            value.DateTime.TryFormat(text, out length, "s", CultureInfo.InvariantCulture);
            text[length++] = (byte)'Z';
            writer.WriteString(name, text[..length]);
            return;
        }

        value.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        length = text[..FractionEnd].TrimEnd((byte)'0').Length;
        if (text[length - 1] == '.') length--;
        if (value.Offset == TimeSpan.Zero)
        {
            text[length++] = (byte)'Z';
        }
        else
        {
            text[FractionEnd..].CopyTo(text[length..]);
            length += RoundTripLength - FractionEnd;
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
        if (values is string[] array) foreach (var value in array) writer.WriteStringValue(value);
        else for (var index = 0; index < values.Count; index++) writer.WriteStringValue(values[index]);
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
        switch (values)
        {
            case T[] array:
                T.WriteItems(writer, array);
                break;
            case List<T> list:
                T.WriteItems(writer, CollectionsMarshal.AsSpan(list));
                break;
            default:
                for (var index = 0; index < values.Count; index++)
                {
                    var value = values[index];
                    T.WriteItems(writer, new(in value));
                }

                break;
        }

        writer.WriteEndArray();
    }

    public static void Write<T>(Utf8JsonWriter writer, JsonEncodedText name, T? value)
        where T : IWire<T>
    {
        writer.WritePropertyName(name);
        if (value is null) writer.WriteNullValue();
        else value.Write(writer);
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
}
