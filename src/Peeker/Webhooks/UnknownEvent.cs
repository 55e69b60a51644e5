using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>An event this version does not know, whole and as received.</summary>
[JsonConverter(typeof(WireConverter<UnknownEvent>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<UnknownEvent>))]
public sealed class UnknownEvent : WebhookEvent, IWire<UnknownEvent>
{
    /// <summary>The whole event.</summary>
    public required JsonElement Raw { get; init; }

    /// <inheritdoc/>
    public override string? ResourceId =>
        Raw.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? id.GetString()
            : null;

    // Below the documented ones of the same second, so that it makes none of them stale.
    private protected override int Rank => 0;

    internal static UnknownEvent ReadJson(ref Utf8JsonReader reader)
    {
        var raw = JsonElement.ParseValue(ref reader);
        if (!raw.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String) throw new WireException("id", "is required and missing");
        var at = raw.TryGetProperty("created_at", out var text) && text.ValueKind == JsonValueKind.String && text.TryGetDateTimeOffset(out var instant)
            ? instant
            : throw new WireException("created_at", "is required and missing");
        return new() { Id = id.GetString()!, Type = new(raw.GetProperty("type").GetString()!), CreatedAt = at, Raw = raw };
    }

    internal void WriteJson(Utf8JsonWriter writer) => Raw.WriteTo(writer);

    static UnknownEvent IWire<UnknownEvent>.Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    void IWire<UnknownEvent>.Write(Utf8JsonWriter writer) => WriteJson(writer);
}
