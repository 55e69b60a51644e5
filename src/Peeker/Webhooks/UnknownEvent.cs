using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>An event that this version cannot read as one of the documented ones, whole and as received.</summary>
/// <remarks>
/// There are two kinds. A type that this version does not know is news the program was not written for: answer 2xx and go on. A known type
/// whose data does not fit (<see cref="IsKnownType"/>, with a <see cref="Problem"/>) is one the program waits for, such as an order's completion:
/// do not drop it. Keep <see cref="Raw"/>, raise an alarm, and read the resource from the API by its id; or answer 5xx, and it comes again.
/// </remarks>
[JsonConverter(typeof(WireConverter<UnknownEvent>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<UnknownEvent>))]
public sealed class UnknownEvent : WebhookEvent, IWire<UnknownEvent>
{
    /// <summary>The whole event. It may hold personal data.</summary>
    public required JsonElement Raw { get; init; }

    /// <summary>Whether the specification of this version names the type, so that it is the data that did not fit.</summary>
    public bool IsKnownType => Type.IsKnown;

    /// <summary>Which member did not fit, and how; holds no value of the event. Null if the type is what is not known.</summary>
    public string? Problem { get; private init; }

    /// <inheritdoc/>
    public override string? ResourceId => Raw.ValueKind == JsonValueKind.Object && Raw.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
        ? Text(data, "id")
        : null;

    // Below the documented ones of the same second, so that it makes none of them stale.
    private protected override int Rank => 0;

    internal static UnknownEvent ReadJson(ref Utf8JsonReader reader, string? type = null) => Of(JsonElement.ParseValue(ref reader), type, null);

    /// <param name="reader">Stands at the start of the event.</param>
    /// <param name="type">The type by which it was read: the first, where it stands twice.</param>
    /// <param name="position">How far into the event reading came.</param>
    /// <param name="wrong">What stopped it; null for text that is no Unicode.</param>
    internal static UnknownEvent ReadUnfit(ref Utf8JsonReader reader, string type, long position, WireException? wrong)
    {
        var raw = JsonElement.ParseValue(ref reader);
        var place = WireLocation.At(Encoding.UTF8.GetBytes(raw.GetRawText()), position);
        var member = wrong?.Member is null ? place : place.Length == 0 ? wrong.Member : $"{place}.{wrong.Member}";
        return Of(raw, type, $"The member '{member}' {wrong?.Problem ?? "holds text that is no Unicode"}.");
    }

    internal void WriteJson(Utf8JsonWriter writer) => Raw.WriteTo(writer);

    static UnknownEvent IWire<UnknownEvent>.Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    void IWire<UnknownEvent>.Write(Utf8JsonWriter writer) => WriteJson(writer);

    private static UnknownEvent Of(JsonElement raw, string? readAs, string? problem)
    {
        var id = Text(raw, "id") ?? throw new WireException("id", "is required and missing");
        var type = readAs ?? Text(raw, "type") ?? throw new WireException("type", "is required and missing");
        var at = raw.TryGetProperty("created_at", out var text) && text.ValueKind == JsonValueKind.String && text.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new WireException("created_at", "is required and missing");
        return new() { Id = id, Type = new(type), CreatedAt = at, Raw = raw, Problem = problem };
    }

    private static string? Text(JsonElement of, string name)
    {
        try
        {
            return of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Text that is no Unicode.
            return null;
        }
    }
}
