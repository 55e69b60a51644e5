using System.Text.Json;

namespace Peeker.Json;

/// <summary>One text for each JSON value, whatever its spaces, escapes, forms of numbers and order of members.</summary>
internal static class CanonicalJson
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => Object(value.EnumerateObject().Select(member => (member.Name, Of(member.Value)))),
        JsonValueKind.Array => List(value.EnumerateArray().Select(Of)),
        JsonValueKind.String => Text(value.GetString()!),
        JsonValueKind.Number => CanonicalNumber.Of(value.GetRawText()),
        _ => value.GetRawText(),
    };

    public static string Text(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    public static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    /// <summary>A list whose order says nothing.</summary>
    public static string Bag(IEnumerable<string> items) => List(items.Order(StringComparer.Ordinal));

    public static string Object(IEnumerable<(string Name, string Value)> members) =>
        $"{{{string.Join(',', members.Select(member => $"{Text(member.Name)}:{member.Value}").Order(StringComparer.Ordinal))}}}";
}
