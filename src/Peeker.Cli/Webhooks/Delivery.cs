using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Peeker.Cli.Webhooks;

/// <summary>A delivery as it came in: three headers and the bytes of the body. It may hold personal data.</summary>
internal sealed record Delivery(string? EventId, string? Timestamp, string? Signature, ReadOnlyMemory<byte> Body, DateTimeOffset? ReceivedAt)
{
    public const string EventIdHeader = "Peeker-Event-Id";
    public const string TimestampHeader = "Peeker-Timestamp";
    public const string SignatureHeader = "Peeker-Signature";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public CapturedDelivery ForDiagnosis() => new() { Body = Body, EventId = EventId, Timestamp = Timestamp, Signature = Signature, ReceivedAt = ReceivedAt };

    /// <summary>The same request again, with the same signature.</summary>
    public HttpRequestMessage ToRequest(Uri url)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(Body) };
        request.Content.Headers.ContentType = new("application/json");
        foreach (var (name, value) in new[] { (EventIdHeader, EventId), (TimestampHeader, Timestamp), (SignatureHeader, Signature) })
        {
            if (value is not null) request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>As it is kept in a file. The body is in base64, since it may be anything.</summary>
    public string ToFile() => new JsonObject
    {
        ["received_at"] = ReceivedAt?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["headers"] = new JsonObject { [EventIdHeader] = EventId, [TimestampHeader] = Timestamp, [SignatureHeader] = Signature },
        ["body_base64"] = Convert.ToBase64String(Body.Span),
    }.ToJsonString(Indented) + "\n";

    /// <exception cref="UsageException">The file cannot be read, or is no captured delivery.</exception>
    public static Delivery FromFile(string path)
    {
        try
        {
            var file = JsonNode.Parse(InputFile.ReadJson(path)) as JsonObject ?? throw new FormatException();
            var headers = file["headers"] as JsonObject ?? throw new FormatException();
            var received = (string?)file["received_at"];
            return new(
                (string?)headers[EventIdHeader], (string?)headers[TimestampHeader], (string?)headers[SignatureHeader],
                Convert.FromBase64String((string?)file["body_base64"] ?? throw new FormatException()),
                received is null ? null : DateTimeOffset.Parse(received, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }
        catch (Exception unfit) when (unfit is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new UsageException($"{path} is no delivery that peeker webhooks listen --capture wrote; name one, or use --body.");
        }
    }
}
