using System.Net;

namespace Peeker.Sandbox.Http;

/// <summary>Answers in the process, without a port.</summary>
internal sealed class SandboxHandler(SandboxApi api) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var uri = request.RequestUri!;
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        var answer = api.Handle(new(
            request.Method.Method, Uri.UnescapeDataString(uri.AbsolutePath), uri.Query, uri.GetLeftPart(UriPartial.Authority),
            request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.ToString(), body));
        return new((HttpStatusCode)answer.Status)
        {
            Content = new ByteArrayContent(answer.Body) { Headers = { ContentType = new("application/json") } },
            Headers = { { "Peeker-Request-Id", answer.RequestId }, { "Date", answer.Date.ToString("R") } },
            RequestMessage = request,
        };
    }
}
