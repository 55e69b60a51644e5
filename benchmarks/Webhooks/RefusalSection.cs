using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>Whether the place of the wrong byte of a signature shows in the time that a refusal takes.</summary>
internal sealed class RefusalSection : ISection
{
    private const string Secret = "whsec_0123456789abcdef0123456789abcdef";
    private const int Contests = 5;

    // A compare that ends at the first wrong byte was told apart by 0.0042 to 0.0056 of the time of a larger body: a control that wide proves nothing.
    private const double Leak = 0.003;

    // More and shorter rounds than for anything else: what is looked for is a thousandth.
    private static readonly Contest Contest = new(401, TimeSpan.FromMilliseconds(0.5));

    public string Name => "Refusal";

    public bool HasHeadline => false;

    public Task MeasureAsync(Effort effort, Report report)
    {
        report.Heading("Refusing a signature that is wrong in its last byte, against one that is wrong in its first");
        report.Table(["", "apart", "two refusals at the first byte (A/A), at most apart"], ((int[])[16, 508]).Select(size => Measure(report, size)).ToList());
        return Task.CompletedTask;
    }

    private static string[] Measure(Report report, int size)
    {
        var body = new byte[size];
        Array.Fill(body, (byte)'x');
        var timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);
        var signature = WebhookSignatureScheme.Sign(Secret, timestamp, body);
        var verifier = new WebhookVerifier(Secret);
        Action[] refusals = [.. new[] { 3, 4, signature.Length - 1 }.Select(place => Other(signature, place)).Select<string, Action>(wrong => () => Refuse(wrong))];

        // The control's own spread is the yardstick: several contests, and the widest of each. It is another text from another delegate, as the last byte's is.
        var runs = Enumerable.Range(0, Contests).Select(_ => Contest.Ratios(refusals).Ratios).ToList();
        var control = runs.Max(run => Math.Abs(run[1] - 1));
        var apart = Math.Abs(Contest.Median(runs.Select(run => run[2])) - 1);
        report.Expect($"refusal {size} B: the place of the wrong byte, in ten thousandths of the time", apart * 10_000, Math.Min(control, Leak) * 10_000);
        return [$"{size} B", $"{apart:0.0000}", $"{control:0.0000}"];

        void Refuse(string wrong)
        {
            if (verifier.TryVerify(body, timestamp, wrong, out _)) throw new InvalidOperationException("The verifier was wrong.");
        }
    }

    private static string Other(string text, int at) => text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..];
}
