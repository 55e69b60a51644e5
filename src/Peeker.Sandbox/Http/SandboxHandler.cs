using System.Net;

namespace Peeker.Sandbox.Http;

/// <summary>Answers in the process, without a port.</summary>
internal sealed class SandboxHandler(Exchange exchange) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var answer = await exchange.AnswerAsync(new(
            request.Method.Method, Uri.UnescapeDataString(uri.AbsolutePath), uri.Query, uri.GetLeftPart(UriPartial.Authority),
            request.Headers.NonValidated.TryGetValues("Authorization", out var key) ? key.ToString() : null,
            request.Content?.Headers.ContentType?.ToString(), body), cancellationToken).ConfigureAwait(false);
        if (answer.Break == Break.Drop) throw new HttpRequestException(HttpRequestError.ResponseEnded, "The sandbox closed the connection without an answer.");
        HttpContent content = answer.Break == Break.Truncate ? new StreamContent(new TruncatedStream(answer.Body)) : new ByteArrayContent(answer.Body);
        content.Headers.ContentType = new(answer.ContentType);
        content.Headers.ContentLength = answer.Body.Length;
        foreach (var method in answer.Allow?.Split(", ") ?? []) content.Headers.Allow.Add(method);
        return new((HttpStatusCode)answer.Status)
        {
            Content = content,
            Headers = { { "Peeker-Request-Id", answer.RequestId }, { "Date", answer.Date.ToString("R") } },
            RequestMessage = request,
        };
    }
}
