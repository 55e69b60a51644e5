using System.Text.Json;

namespace Peeker.Benchmarks.Floor;

/// <summary>The way from an event's bytes to its class and back: one look ahead for the type.</summary>
internal static class FloorEvents
{
    public static object Parse(ReadOnlySpan<byte> body)
    {
        var family = FamilyOf(body);
        if (family.StartsWith("order."u8)) return JsonSerializer.Deserialize(body, FloorJson.Default.OrderEvent)!;
        if (family.StartsWith("swap."u8)) return JsonSerializer.Deserialize(body, FloorJson.Default.SwapEvent)!;
        if (family.StartsWith("domain_import."u8)) return JsonSerializer.Deserialize(body, FloorJson.Default.ImportEvent)!;
        if (family.StartsWith("domain.forwarding_"u8)) return JsonSerializer.Deserialize(body, FloorJson.Default.ForwardingEvent)!;
        return JsonSerializer.Deserialize(body, FloorJson.Default.DomainEvent)!;
    }

    public static byte[] Write(object happened) => happened switch
    {
        Event<OrderDetail> order => JsonSerializer.SerializeToUtf8Bytes(order, FloorJson.Default.OrderEvent),
        Event<Swap> swap => JsonSerializer.SerializeToUtf8Bytes(swap, FloorJson.Default.SwapEvent),
        Event<ImportJob> import => JsonSerializer.SerializeToUtf8Bytes(import, FloorJson.Default.ImportEvent),
        Event<ForwardingJob> forwarding => JsonSerializer.SerializeToUtf8Bytes(forwarding, FloorJson.Default.ForwardingEvent),
        _ => JsonSerializer.SerializeToUtf8Bytes((Event<Domain>)happened, FloorJson.Default.DomainEvent),
    };

    private static ReadOnlySpan<byte> FamilyOf(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (found) return reader.ValueSpan;
            reader.Skip();
        }

        throw new JsonException("The event has no type.");
    }
}
