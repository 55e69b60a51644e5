namespace Peeker.Http;

/// <summary>Ends the chain in an <see cref="HttpClient"/> that belongs to the caller.</summary>
internal sealed class HttpClientLink(HttpClient client) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
}
