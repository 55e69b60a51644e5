using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

// One of the documented events, or an UnknownEvent. The dispatch by type is generated beside WebhookEventType.
[JsonConverter(typeof(WireConverter<WebhookEvent>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<WebhookEvent>))]
public abstract partial class WebhookEvent : IWire<WebhookEvent>
{
    private protected WebhookEvent()
    {
    }

    /// <summary>Reads an event from a verified body. An event this version does not know comes as an <see cref="UnknownEvent"/>.</summary>
    /// <exception cref="JsonException">The body is not an event.</exception>
    public static WebhookEvent Parse(ReadOnlySpan<byte> body) => WireJson.Read<WebhookEvent>(body);

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
            return ReadKnown(Wire.ReadString(ref ahead), ref reader) ?? UnknownEvent.ReadJson(ref reader);
        }

        throw new WireException("type", "is required and missing");
    }

    void IWire<WebhookEvent>.Write(Utf8JsonWriter writer)
    {
        if (this is UnknownEvent unknown) unknown.WriteJson(writer);
        else WriteKnown(writer);
    }
}
