using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Floor;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>Checking a delivery, beside the bare hash and Stripe's check of the same signed string.</summary>
internal sealed class VerifySection : ISection
{
    private const string Secret = "whsec_0123456789abcdef0123456789abcdef";

    public string Name => "Verify";

    public Task MeasureAsync(Effort effort, Report report)
    {
        report.Heading("Verifying a webhook, as a multiple of HMACSHA256.HashData");
        var rows = new List<IReadOnlyList<string>>();
        foreach (var size in (int[])[508, 4096]) Measure(effort, report, OfSize(DocumentSet.Named("swap.created").Bytes, size), rows);
        report.Table(["", "HashData again (A/A)", "verify", "Stripe.net", "hash and parse by the floor", "verify and parse", "bytes: verify", "Stripe.net's", "verify and parse, of the floor's"], rows);
        return Task.CompletedTask;
    }

    private static void Measure(Effort effort, Report report, byte[] body, List<IReadOnlyList<string>> rows)
    {
        var timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);
        var signature = WebhookSignatureScheme.Sign(Secret, timestamp, body);
        var verifier = new WebhookVerifier([new("live", Secret), new("sandbox", "another")]);
        var key = Encoding.UTF8.GetBytes(Secret);
        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
        var mac = new byte[HMACSHA256.HashSizeInBytes];

        // Stripe's check takes the body as text, and the same signed string.
        var text = Encoding.UTF8.GetString(body);
        var header = $"t={timestamp},{signature}";

        void Hash() => HMACSHA256.HashData(key, signed, mac);
        void Verify() => Require(verifier.TryVerify(body, timestamp, signature, out _));
        void Stripe() => global::Stripe.EventUtility.ValidateSignature(text, header, Secret, tolerance: 300);
        void HashAndParse()
        {
            Hash();
            FloorEvents.Parse(body);
        }

        void VerifyAndParse()
        {
            Verify();
            WebhookEvent.Parse(body);
        }

        var (control, ratios) = (effort with { Rounds = effort.Rounds * 5 }).Contest.Ratios(Hash, Verify, Stripe, HashAndParse, VerifyAndParse);
        var bytes = new[] { Verify, Stripe, HashAndParse, VerifyAndParse }.Select(Contest.Allocated).ToArray();
        rows.Add([
            $"{body.Length} B", Report.Ratio(control), $"**{Report.Ratio(ratios[1])}**", Report.Ratio(ratios[2]), Report.Ratio(ratios[3]), Report.Ratio(ratios[4]),
            Report.Bytes(bytes[0]), Report.Bytes(bytes[1]), Report.Ratio((double)bytes[3] / bytes[2])]);

        report.Headline($"verifying a webhook of {body.Length} B, time of `HMACSHA256.HashData`", ratios[1], stripe: ratios[2]);

        // No slower than the control is from itself.
        report.Expect($"verify {body.Length} B: time against HashData", ratios[1], Math.Max(1, control));
        report.Expect($"verify {body.Length} B: bytes", bytes[0], 0);
        report.Expect($"verify {body.Length} B: times as fast as Stripe.net", ratios[2] / ratios[1], 1.6, atLeast: true);
    }

    /// <summary>An event with so long an id that the whole has the size.</summary>
    private static byte[] OfSize(byte[] json, int size)
    {
        var id = WebhookEvent.Parse(json).Id;
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json).Replace(id, id.PadRight(id.Length + size - json.Length, 'x'), StringComparison.Ordinal));
    }

    private static void Require(bool right)
    {
        if (!right) throw new InvalidOperationException("The verifier was wrong.");
    }
}
