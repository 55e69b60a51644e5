using System.Globalization;
using System.Text;
using Peeker.Benchmarks.Serving;
using Peeker.Json;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>Signed deliveries of one event after the other, as bytes of HTTP.</summary>
internal sealed class Deliveries(WebhookEvent template)
{
    private readonly string _body = Encoding.UTF8.GetString(WireJson.Write(template));
    private int _number;

    public int BodyLength => _body.Length;

    public byte[][] Next(Uri address, string path, int count) => [.. Enumerable.Range(0, count).Select(_ => One(address, path))];

    private byte[] One(Uri address, string path)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"evt_{template.Id[^4..]}{_number++:0000000000}");
        var body = Encoding.UTF8.GetBytes(_body.Replace(template.Id, id, StringComparison.Ordinal));
        var timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);
        var signature = WebhookSignatureScheme.Sign(AnswerServer.Secret, timestamp, body);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n"
            + $"{WebhookSignatureScheme.EventIdHeader}: {id}\r\n{WebhookSignatureScheme.TimestampHeader}: {timestamp}\r\n{WebhookSignatureScheme.SignatureHeader}: {signature}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
