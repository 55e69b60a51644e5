using System.Net;

namespace CheckoutTests;

/// <summary>Takes deliveries in the place of the shop's web server: raw bytes and two headers in, 204 or 401 out.</summary>
internal sealed class WebhookDoor : HttpMessageHandler
{
    public OrderBook? Book { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var accepted = Book!.Receive(body, Header(request, "Peeker-Timestamp"), Header(request, "Peeker-Signature"));
        return new(accepted ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized);
    }

    private static string? Header(HttpRequestMessage request, string name) => request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
