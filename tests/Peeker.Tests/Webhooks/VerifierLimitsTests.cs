using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Peeker.Webhooks;

namespace Peeker.Tests.Webhooks;

/// <summary>What holds for a verifier under many threads, after a failure, and over a long life.</summary>
public sealed class VerifierLimitsTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("whsec_example");

    [Fact]
    public void Sixteen_threads_make_a_million_checks_and_none_is_wrong()
    {
        const int threads = 16, checks = 62_500, kinds = 256;
        var secrets = new WebhookSecret[] { new("live", "first"), new("sandbox", "second") };
        var verifier = new WebhookVerifier(secrets, TimeSpan.MaxValue);
        var deliveries = new (byte[] Body, string Timestamp, string Signature, string? Label)[kinds];
        for (var kind = 0; kind < kinds; kind++)
        {
            var body = new byte[kind * 3];
            new Random(kind).NextBytes(body);
            var (secret, label) = (kind % 3) switch { 0 => ("first", "live"), 1 => ("second", "sandbox"), _ => ("third", (string?)null) };
            var timestamp = kind.ToString(CultureInfo.InvariantCulture);
            deliveries[kind] = (body, timestamp, "v1=" + Convert.ToHexString(Expected(Encoding.UTF8.GetBytes(secret), timestamp, body)), label);
        }

        var wrong = 0;
        var done = 0;
        var workers = Enumerable.Range(0, threads).Select(number => new Thread(() =>
        {
            for (var check = 0; check < checks; check++)
            {
                var (body, timestamp, signature, label) = deliveries[(check * 31 + number) % kinds];
                var accepted = verifier.TryVerify(body, timestamp, signature, out var result);
                if (accepted != (label is not null) || result.SecretLabel != label) Interlocked.Increment(ref wrong);
            }

            Interlocked.Add(ref done, checks);
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        Assert.Equal((1_000_000, 0), (done, wrong));
    }

    [Theory]
    [InlineData(508)]
    [InlineData(4096)]
    public void After_the_first_check_nothing_is_allocated(int size)
    {
        var body = new byte[size];
        var verifier = new WebhookVerifier([new("live", "first"), new("sandbox", "second")], TimeSpan.MaxValue);
        var right = WebhookSignatureScheme.Sign("first", "1778241600", body);
        var second = WebhookSignatureScheme.Sign("second", "1778241600", body) + "," + WebhookSignatureScheme.Sign("other", "1778241600", body);
        Assert.True(Check(100));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var all = Check(1000);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(all);

        bool Check(int times)
        {
            var accepted = true;
            for (var time = 0; time < times; time++)
            {
                accepted &= verifier.TryVerify(body, "1778241600", right, out _) && verifier.TryVerify(body, "1778241600", second, out _);
                accepted &= !verifier.TryVerify(body.AsSpan(1), "1778241600".AsSpan(), second.AsSpan(), out _);
            }

            return accepted;
        }
    }

    [Fact]
    public void A_hash_that_failed_half_way_is_never_used_again()
    {
        var pool = new KeyedHashPool(Key);
        var body = "a body"u8.ToArray();
        var mac = new byte[32];
        pool.Compute("1", body, mac);

        // No room for the result: the delivery is already in the hash when that comes to light.
        Assert.ThrowsAny<ArgumentException>(() => pool.Compute("1", body, new byte[3]));
        pool.Compute("1", body, mac);
        Assert.Equal(Expected(Key, "1", body), mac);
    }

    [Fact]
    public void A_check_that_cannot_be_made_fails_closed_and_the_next_one_is_made()
    {
        var secret = new WebhookSecret("live", "whsec_example");
        var signature = WebhookSignatureScheme.Sign("whsec_example", "1778241600", "{}"u8);
        var broken = secret.Hashes.Rent();
        broken.Dispose();
        secret.Hashes.Return(broken);
        var verifier = new WebhookVerifier([secret], TimeSpan.MaxValue);
        Assert.False(verifier.TryVerify("{}"u8, "1778241600", signature, out var result));
        Assert.Equal(WebhookFailure.CheckFailed, result.Failure);
        Assert.True(verifier.TryVerify("{}"u8, "1778241600", signature, out _));

        Assert.False(new WebhookVerifier([secret], time: new BrokenClock()).TryVerify("{}"u8, "1778241600", signature, out result));
        Assert.Equal(new WebhookVerification(WebhookFailure.CheckFailed, null), result);
    }

    [Fact]
    public void Hashes_go_with_their_secret()
    {
        var hashes = RotateAway();
        for (var collection = 0; collection < 3 && hashes.Exists(hash => hash.IsAlive); collection++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(hashes, hash => hash.IsAlive);
    }

    [Fact]
    public void No_more_hashes_are_kept_than_there_are_places()
    {
        var pool = new KeyedHashPool(Key);
        var rented = Enumerable.Range(0, 200).Select(_ => pool.Rent()).ToList();
        Assert.Equal(200, rented.Distinct().Count());
        rented.ForEach(pool.Return);
        Assert.InRange(rented.Count(IsAlive), 1, 64);

        static bool IsAlive(IncrementalHash hash)
        {
            try
            {
                hash.AppendData([]);
                return true;
            }
            catch (ObjectDisposedException)
            {
                return false;
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> RotateAway() => [.. Enumerable.Range(0, 20).Select(number =>
    {
        var secret = new WebhookSecret("live", $"whsec_{number}");
        Assert.False(new WebhookVerifier([secret]).TryVerify("{}"u8, "1778241600", WebhookSignatureScheme.Sign("other", "1778241600", "{}"u8), out _));
        var hash = secret.Hashes.Rent();
        secret.Hashes.Return(hash);
        return new WeakReference(hash);
    })];

    private static byte[] Expected(byte[] key, string timestamp, byte[] body) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(timestamp + ".").Concat(body).ToArray());

    private sealed class BrokenClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => throw new InvalidOperationException("The clock stands.");
    }
}
