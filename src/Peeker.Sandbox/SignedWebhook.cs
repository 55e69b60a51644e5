namespace Peeker.Sandbox;

/// <summary>A delivery as Peeker sends it: the body, and the three headers that go with it.</summary>
/// <param name="EventId">The value of <c>Peeker-Event-Id</c>.</param>
/// <param name="Timestamp">The value of <c>Peeker-Timestamp</c>.</param>
/// <param name="Signature">The value of <c>Peeker-Signature</c>.</param>
/// <param name="Body">The raw body.</param>
public sealed record SignedWebhook(string EventId, string Timestamp, string Signature, ReadOnlyMemory<byte> Body)
{
    /// <summary>The headers by name.</summary>
    public IReadOnlyDictionary<string, string> Headers => new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [WebhookSignatureScheme.EventIdHeader] = EventId,
        [WebhookSignatureScheme.TimestampHeader] = Timestamp,
        [WebhookSignatureScheme.SignatureHeader] = Signature,
    };

    /// <summary>The request to an endpoint: POST with <c>application/json</c>. A request is sent once; make another to deliver again.</summary>
    /// <param name="url">The endpoint's address, absolute or relative to the client's.</param>
    public HttpRequestMessage ToRequest(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(Body) { Headers = { ContentType = new("application/json") } } };
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <summary>The event's id; nothing of the body.</summary>
    public override string ToString() => $"SignedWebhook {EventId}";
}
