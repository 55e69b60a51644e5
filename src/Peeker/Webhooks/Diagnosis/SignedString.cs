using System.Text;

namespace Peeker.Webhooks.Diagnosis;

/// <summary>What other schemes sign.</summary>
internal static class SignedString
{
    public static IEnumerable<(byte[] Bytes, string Name)> Others(CapturedDelivery delivery)
    {
        var body = delivery.Body.ToArray();
        var time = delivery.Timestamp!;
        yield return (body, "the body alone");
        yield return (Before("", body, time), "timestamp and body without a dot between them");
        yield return (Before("\n", body, time), "timestamp, line break and body");
        yield return (Before(":", body, time), "timestamp, colon and body");
        yield return (Before(":", body, "v1", time), "v1, timestamp and body with colons between them");
        yield return (Before(".", body, "v1", time), "v1, timestamp and body with dots between them");
        yield return ([.. body, .. Encoding.UTF8.GetBytes(time)], "body and timestamp");
        yield return ([.. body, .. Encoding.UTF8.GetBytes("." + time)], "body, dot and timestamp");
        if (delivery.EventId is not { Length: > 0 } id) yield break;
        yield return (Before(".", body, id, time), "event id, timestamp and body with dots between them");
        yield return (Before(".", body, time, id), "timestamp, event id and body with dots between them");
        yield return (Before(".", body, id), "event id, dot and body");
    }

    public static byte[] Documented(CapturedDelivery delivery, byte[] body) => Before(".", body, delivery.Timestamp!);

    private static byte[] Before(string separator, byte[] body, params string[] parts) =>
        [.. Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => part + separator))), .. body];
}
