namespace Peeker.Http;

/// <summary>Stands before the last handler, which is the socket or the caller's, and notes that a request came by.</summary>
internal sealed class Departure : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request is AttemptRequest attempt) attempt.HasLeft = true;
        return base.SendAsync(request, cancellationToken);
    }
}
