using System.Security.Cryptography;
using System.Text;
using Peeker;
using Peeker.WebhookBenchmarks;

// dotnet run -c Release --project benchmarks/Peeker.Webhooks
// Ends with 1 when a bar is missed. Times are ratios within one round, next to the same work measured twice (A/A), never milliseconds.
const string secret = "whsec_0123456789abcdef0123456789abcdef";
var contest = new Contest(rounds: 401, times: 100);
var missed = false;
foreach (var size in (int[])[508, 4096]) CompareWithHash(size);
foreach (var size in (int[])[508, 4096]) CompareRefusals(size);
return missed ? 1 : 0;

void CompareWithHash(int size)
{
    var body = Body(size);
    var timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);
    var signature = WebhookSignatureScheme.Sign(secret, timestamp, body);
    var verifier = new WebhookVerifier([new("live", secret), new("sandbox", "another")]);
    var key = Encoding.UTF8.GetBytes(secret);
    byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp + "."), .. body];
    var mac = new byte[HMACSHA256.HashSizeInBytes];

    // Stripe's check takes the body as text, and the same signed string.
    var text = Encoding.UTF8.GetString(body);
    var header = $"t={timestamp},{signature}";

    void Hash() => HMACSHA256.HashData(key, signed, mac);
    void Verify() => Require(verifier.TryVerify(body, timestamp, signature, out _));
    void Stripe() => global::Stripe.EventUtility.ValidateSignature(text, header, secret, tolerance: 300);

    var ratios = contest.Ratios(Hash, Hash, Verify, Stripe);
    var allocated = Contest.Allocated(Verify);
    Console.WriteLine($"{size,4} B  HMACSHA256.HashData again (A/A) {ratios[1]:0.00}   verifier {ratios[2]:0.00}, {allocated:0} B   Stripe.net {ratios[3]:0.00}, {Contest.Allocated(Stripe):0} B");
    Expect(allocated == 0, $"{size} B: verification allocates");
    Expect(ratios[2] <= Math.Max(1, ratios[1]), $"{size} B: verification is slower than a bare hash");
}

void CompareRefusals(int size)
{
    var body = Body(size);
    var timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);
    var signature = WebhookSignatureScheme.Sign(secret, timestamp, body);
    var verifier = new WebhookVerifier(secret);
    var (first, firstToo, last) = (Other(signature, 3), Other(signature, 4), Other(signature, signature.Length - 1));

    // The control is a refusal at the first byte too, by another text from another delegate, as the last byte's is.
    void AtFirst() => Require(!verifier.TryVerify(body, timestamp, first, out _));
    void AtFirstAgain() => Require(!verifier.TryVerify(body, timestamp, firstToo, out _));
    void AtLast() => Require(!verifier.TryVerify(body, timestamp, last, out _));

    // The control's own spread is the yardstick: several contests, and the widest of each.
    var runs = Enumerable.Range(0, 5).Select(_ => contest.Ratios(AtFirst, AtFirstAgain, AtLast)).ToList();
    var control = runs.Max(run => Math.Abs(run[1] - 1));
    var difference = Math.Abs(runs.Select(run => run[2]).Order().ElementAt(2) - 1);
    Console.WriteLine($"{size,4} B  refused at the last byte against at the first: {difference:0.0000} apart; two refusals at the first (A/A): up to {control:0.0000} apart");
    Expect(difference <= control, $"{size} B: the place of the wrong byte shows in the time");
}

static byte[] Body(int size) => Encoding.UTF8.GetBytes("{\"data\":\"".PadRight(size - 2, 'x') + "\"}");

static string Other(string text, int at) => text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..];

static void Require(bool right)
{
    if (!right) throw new InvalidOperationException("The verifier was wrong.");
}

void Expect(bool holds, string problem)
{
    if (holds) return;
    missed = true;
    Console.WriteLine($"MISSED: {problem}");
}
