using System.Text.Json;

namespace Peeker.Cli.Domains;

/// <summary>An object of JSON on each line, so that what is written so far can be read at any time.</summary>
internal sealed class JsonRows : RowFormat
{
    public override string Name => "json";

    public override string? Head => null;

    public override string RowStart => "{\"domain\":\"";

    public override string Write(NameRow row) => JsonLine.Of(writer =>
    {
        writer.WriteString("domain", row.Domain);
        if (row.Availability is { } known) Write(writer, known);
        if (row.Problem is null) return;
        writer.WriteString("problem", row.Problem);
        writer.WriteString("message", row.Message);
    });

    public override string? DomainOf(string line)
    {
        try
        {
            using var row = JsonDocument.Parse(line);
            return row.RootElement.ValueKind == JsonValueKind.Object && row.RootElement.TryGetProperty("domain", out var domain) && domain.ValueKind == JsonValueKind.String ? domain.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter writer, AvailabilityRow known)
    {
        writer.WriteBoolean("available", known.Available);
        if (known.PriceCents is { } price) writer.WriteNumber("price_cents", price);
        if (known.RenewalPriceCents is { } renewal) writer.WriteNumber("renewal_price_cents", renewal);
        if (known.Currency is { } currency) writer.WriteString("currency", currency);
        if (known.Premium is { } premium) writer.WriteBoolean("premium", premium);
        if (known.Reason is { } reason) writer.WriteString("reason", reason.Value);
        if (known.UsableFor is not { } providers) return;
        writer.WriteStartArray("usable_for");
        foreach (var provider in providers) writer.WriteStringValue(provider.Value);
        writer.WriteEndArray();
    }
}
