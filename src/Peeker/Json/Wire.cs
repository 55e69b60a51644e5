using System.Text.Json;

namespace Peeker.Json;

/// <summary>What generated <c>Read</c> methods are made of: strict about types, tolerant of what is new.</summary>
internal static partial class Wire
{
    public static void RequireObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw Unexpected(ref reader, "an object");
    }

    /// <summary>Moves to the next member's name, or to the end of the object.</summary>
    public static bool NextMember(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    public static void RequireArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw Unexpected(ref reader, "an array");
    }

    public static bool NextItem(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    public static string ReadString(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Unexpected(ref reader, "a string");

    public static int ReadInt32(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var value) ? value : throw Unexpected(ref reader, "a 32-bit integer");

    public static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var value) ? value : throw Unexpected(ref reader, "a 64-bit integer");

    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw Unexpected(ref reader, "true or false"),
    };

    public static DateTimeOffset ReadInstant(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var value) ? value : throw Unexpected(ref reader, "an ISO 8601 instant");

    public static IReadOnlyList<string> ReadStrings(ref Utf8JsonReader reader)
    {
        RequireArray(ref reader);
        using var list = new WireList<string>();
        while (NextItem(ref reader)) list.Add(ReadString(ref reader));
        return list.ToArray();
    }

    public static IReadOnlyList<T> ReadList<T>(ref Utf8JsonReader reader)
        where T : IWire<T>
    {
        RequireArray(ref reader);
        using var list = new WireList<T>();
        while (NextItem(ref reader)) list.Add(T.Read(ref reader));
        return list.ToArray();
    }

    /// <summary>Keeps the member the reader stands on, which the specification does not know.</summary>
    public static void KeepMember(ref Utf8JsonReader reader, ref Dictionary<string, JsonElement>? additional)
    {
        var name = reader.GetString()!;
        reader.Read();
        (additional ??= new(StringComparer.Ordinal))[name] = JsonElement.ParseValue(ref reader);
    }

    /// <summary>Keeps a null that stands where the specification allows none.</summary>
    public static void KeepNull(string name, ref Dictionary<string, JsonElement>? additional) =>
        (additional ??= new(StringComparer.Ordinal))[name] = NullElement;

    public static WireException Unexpected(ref Utf8JsonReader reader, string expected)
    {
        var found = reader.TokenType switch
        {
            JsonTokenType.Null => "null",
            JsonTokenType.String => "a string",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "a boolean",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.StartObject => "an object",
            _ => "nothing",
        };
        return new(null, found == expected ? $"should be {expected} of another form" : $"should be {expected}, and is {found}");
    }

    private static readonly JsonElement NullElement = JsonDocument.Parse("null").RootElement;
}
