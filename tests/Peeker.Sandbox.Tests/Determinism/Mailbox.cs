using System.Net;
using System.Text;

namespace Peeker.Sandbox.Tests.Determinism;

/// <summary>A receiver in the process, given as the handler of webhooks; it writes down each delivery whole.</summary>
internal sealed class Mailbox(Func<int, HttpStatusCode>? answer = null) : HttpMessageHandler
{
    private readonly List<Letter> _letters = [];

    public static Uri Address { get; } = new("https://partner.example/hook");

    public IReadOnlyList<Letter> Letters
    {
        get
        {
            lock (_letters) return [.. _letters];
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var headers = request.Headers.Concat(request.Content.Headers).Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}").ToList();
        int number;
        lock (_letters)
        {
            number = _letters.Count;
            _letters.Add(new(
                Header(request, WebhookSignatureScheme.EventIdHeader), Header(request, WebhookSignatureScheme.TimestampHeader),
                Header(request, WebhookSignatureScheme.SignatureHeader), body, $"{request.Method} {request.RequestUri}\n{string.Join('\n', headers)}\n{Encoding.UTF8.GetString(body)}"));
        }

        return new(answer?.Invoke(number) ?? HttpStatusCode.NoContent);
    }

    private static string Header(HttpRequestMessage request, string name) => request.Headers.GetValues(name).Single();

    internal sealed record Letter(string EventId, string Timestamp, string Signature, byte[] Body, string Whole);
}
