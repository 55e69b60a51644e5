using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Peeker.Benchmarks.Floor;

namespace Peeker.Benchmarks.Serving;

/// <summary>What somebody writes for one event, and no more: the hash of the platform, the time, the floor's parse. No inbox, no lease, no second secret, no bound to the body.</summary>
internal static class ByHandEndpoint
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(AnswerServer.Secret);

    public static async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        var timestamp = request.Headers[WebhookSignatureScheme.TimestampHeader].ToString();
        var prefix = timestamp.Length + 1;
        var signed = new byte[prefix + (int)request.ContentLength!.Value];
        Encoding.ASCII.GetBytes(timestamp, signed);
        signed[prefix - 1] = (byte)'.';
        await request.Body.ReadExactlyAsync(signed.AsMemory(prefix));
        context.Response.StatusCode = IsSigned(signed, timestamp, request.Headers[WebhookSignatureScheme.SignatureHeader].ToString()) && FloorEvents.Parse(signed.AsSpan(prefix)) is Event<Floor.OrderDetail>
            ? StatusCodes.Status204NoContent
            : StatusCodes.Status401Unauthorized;
    }

    private static bool IsSigned(byte[] signed, string timestamp, string signature)
    {
        var age = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(timestamp, CultureInfo.InvariantCulture);
        return Math.Abs(age) <= WebhookSignatureScheme.DefaultTolerance.TotalSeconds
            && CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Key, signed), Convert.FromHexString(signature.AsSpan(WebhookSignatureScheme.Version.Length)));
    }
}
