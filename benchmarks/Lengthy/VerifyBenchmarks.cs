using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Lengthy;

/// <summary>Verifying under BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class VerifyBenchmarks
{
    private const string Secret = "whsec_0123456789abcdef0123456789abcdef";

    private readonly byte[] _body = DocumentSet.Named("order.completed").Bytes;
    private readonly byte[] _key = Encoding.UTF8.GetBytes(Secret);
    private readonly byte[] _mac = new byte[HMACSHA256.HashSizeInBytes];
    private readonly string _timestamp = WebhookSignatureScheme.Timestamp(DateTimeOffset.UtcNow);

    // The signature is as old as this object: the run may take longer than the tolerance.
    private readonly WebhookVerifier _verifier = new(Secret, TimeSpan.FromDays(1));
    private readonly string _signature;
    private readonly byte[] _signed;
    private readonly string _text;

    /// <summary>Signs the delivery.</summary>
    public VerifyBenchmarks()
    {
        _signature = WebhookSignatureScheme.Sign(Secret, _timestamp, _body);
        _signed = [.. Encoding.UTF8.GetBytes(_timestamp + "."), .. _body];
        _text = Encoding.UTF8.GetString(_body);
    }

    /// <summary>The bare hash.</summary>
    [Benchmark(Baseline = true)]
    public int Hash() => HMACSHA256.HashData(_key, _signed, _mac);

    /// <summary>The check.</summary>
    [Benchmark]
    public bool Verify() => _verifier.TryVerify(_body, _timestamp, _signature, out _);

    /// <summary>The check, and the event.</summary>
    [Benchmark]
    public object? VerifyAndParse() => Verify() ? WebhookEvent.Parse(_body) : null;

    /// <summary>Stripe's check of the same signed string.</summary>
    [Benchmark]
    public void Stripe() => global::Stripe.EventUtility.ValidateSignature(_text, $"t={_timestamp},{_signature}", Secret, tolerance: 86_400);
}
