using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

// One of the documented events, or an UnknownEvent. The dispatch by type is generated beside WebhookEventType.
[JsonConverter(typeof(WireConverter<WebhookEvent>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<WebhookEvent>))]
public abstract partial class WebhookEvent : IWire<WebhookEvent>
{
    // A newer payload may be nested deeper than any of today's.
    private static readonly JsonReaderOptions Deep = new() { MaxDepth = 512 };

    private protected WebhookEvent()
    {
    }

    /// <summary>
    /// Reads an event from a verified body. An event this version does not know, or whose data no longer fits, comes as an
    /// <see cref="UnknownEvent"/>: a newer payload is never an exception.
    /// </summary>
    /// <exception cref="JsonException">The body is not an event: no JSON, or no id, type or time.</exception>
    public static WebhookEvent Parse(ReadOnlySpan<byte> body) => WireJson.Read<WebhookEvent>(body, Deep);

    /// <summary>As <see cref="Parse"/>, without the exception.</summary>
    /// <returns>False if the body is not an event.</returns>
    public static bool TryParse(ReadOnlySpan<byte> body, [NotNullWhen(true)] out WebhookEvent? parsed)
    {
        try
        {
            parsed = Parse(body);
        }
        catch (JsonException)
        {
            parsed = null;
        }

        return parsed is not null;
    }

    /// <summary>The type and the id.</summary>
    public override string ToString() => $"{Type} {Id}";

    static WebhookEvent IWire<WebhookEvent>.Read(ref Utf8JsonReader reader)
    {
        Wire.RequireObject(ref reader);
        var ahead = reader;
        while (Wire.NextMember(ref ahead))
        {
            if (!ahead.ValueTextEquals("type"u8))
            {
                ahead.Skip();
                continue;
            }

            ahead.Read();
            return ReadTyped(Wire.ReadString(ref ahead), ref reader);
        }

        throw new WireException("type", "is required and missing");
    }

    void IWire<WebhookEvent>.Write(Utf8JsonWriter writer)
    {
        if (this is UnknownEvent unknown) unknown.WriteJson(writer);
        else WriteKnown(writer);
    }

    private static WebhookEvent ReadTyped(string type, ref Utf8JsonReader reader)
    {
        var start = reader;
        Exception wrong;
        try
        {
            if (ReadKnown(type, ref reader) is { } known) return known;
            return UnknownEvent.ReadJson(ref reader, type);
        }
        catch (Exception unfit) when (unfit is WireException or InvalidOperationException)
        {
            // The reader throws the second for text that is no Unicode.
            wrong = unfit;
        }

        var position = reader.BytesConsumed - start.TokenStartIndex;
        reader = start;
        return UnknownEvent.ReadUnfit(ref reader, type, position, wrong as WireException);
    }
}
