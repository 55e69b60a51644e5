namespace Peeker.Http;

/// <summary>The request of one attempt. It knows whether it came as far as the last handler: before that, nothing can have been sent.</summary>
internal sealed class AttemptRequest(HttpMethod method, Uri address) : HttpRequestMessage(method, address)
{
    public bool HasLeft { get; set; }
}
