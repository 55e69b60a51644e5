using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Peeker.Json;

namespace Peeker.Tests.Orders;

/// <summary>What is stored, and what comes back.</summary>
public sealed class StoredOrderTests
{
    private static readonly Lazy<byte[]> Stored = new(() => Sample.Prepared().ToBytes());

    private static readonly OrderSecrets Secrets = new() { LoginPassword = Sample.Password };

    [Fact]
    public void The_same_bytes_come_back()
    {
        var submission = Sample.Prepared();
        var again = OrderSubmission.FromBytes(Stored.Value, Secrets);
        Assert.Equal(submission.Body, again.Body);
        Assert.Equal((submission.PreparedAt, submission.SafeUntil), (again.PreparedAt, again.SafeUntil));
        Assert.Equal(Stored.Value, again.ToBytes());
        Assert.Equal(OrderComparison.SameBytes, OrderSubmission.Compare(submission, again));
    }

    [Fact]
    public void The_password_and_the_fingerprint_are_not_inside_and_personal_data_are()
    {
        var text = Encoding.Latin1.GetString(Stored.Value);
        Assert.DoesNotContain(Sample.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Encoding.Latin1.GetString(Convert.FromHexString(Sample.Prepared().Fingerprint())), text, StringComparison.Ordinal);
        Assert.Contains("""{"user":"alex@acme.com","bundle_id":"bun_1",""", text, StringComparison.Ordinal);
        Assert.Contains("""peeker@yourcompany.com","login_password":},"domains":["acme-mail.com","team-acme.com"],""", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_is_slow_and_has_a_salt_of_its_order()
    {
        var first = StoredOrder.Read(Stored.Value);
        var second = StoredOrder.Read(OrderSubmission.Prepare(Sample.Order(), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Sample.Noon.AddTicks(1))).ToBytes());
        Assert.Equal(600_000, first.Iterations);
        Assert.NotEqual(first.Salt, second.Salt);
        Assert.NotEqual(first.Check, second.Check);
        Assert.Equal(Rfc2898DeriveBytes.Pbkdf2(SHA256.HashData(Sample.Prepared().Body), first.Salt, 600_000, HashAlgorithmName.SHA256, 32), first.Check);
    }

    [Theory]
    [InlineData("another")]
    [InlineData("")]
    [InlineData("A-dedicated-login")]
    public void Another_password_is_another_order(string password)
    {
        var changed = Assert.Throws<PeekerOrderChangedException>(() => OrderSubmission.FromBytes(Stored.Value, new OrderSecrets { LoginPassword = password }));
        Assert.Equal(["sequencer.login_password"], changed.Members);
        Assert.Contains("ReconcileAsync", changed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("alex@", changed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Password, changed.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_secret_that_is_missing_is_named() =>
        Assert.Contains("'sequencer.login_password'", Assert.Throws<ArgumentException>("secrets", () => OrderSubmission.FromBytes(Stored.Value, new OrderSecrets())).Message, StringComparison.Ordinal);

    [Fact]
    public void A_secret_is_given_by_its_path_as_well() =>
        Assert.Equal(Sample.Prepared().Fingerprint(), OrderSubmission.FromBytes(Stored.Value, new OrderSecrets { ["sequencer.login_password"] = Sample.Password }).Fingerprint());

    [Fact]
    public void No_byte_can_be_changed_lost_or_added_unnoticed()
    {
        for (var index = 0; index < Stored.Value.Length; index++)
        {
            foreach (var change in new byte[] { 1, 0x80 })
            {
                var changed = Stored.Value.ToArray();
                changed[index] ^= change;
                Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(changed, Secrets));
            }

            Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(Stored.Value.AsSpan(0, index), Secrets));
            Assert.Throws<PeekerStoredOrderException>(() => OrderSearch.FromBytes(Stored.Value.AsSpan(0, index)));
        }

        Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes([.. Stored.Value, 0], Secrets));
    }

    [Fact]
    public void Bytes_that_were_made_up_are_refused_though_their_digest_is_right()
    {
        Gen.Byte.Array[0, 80].Sample(
            tail =>
            {
                byte[] start = [.. Stored.Value.AsSpan(0, 9), .. tail];
                byte[] made = [.. start, .. SHA256.HashData(start)];
                Assert.Throws<PeekerStoredOrderException>(() => OrderSearch.FromBytes(made));
            },
            iter: 2000);
    }

    [Fact]
    public void Each_problem_has_its_name()
    {
        Assert.Equal(StoredOrderProblem.Foreign, Problem([]));
        Assert.Equal(StoredOrderProblem.Foreign, Problem("{\"user\":\"alex@acme.com\"}"u8));
        Assert.Equal(StoredOrderProblem.NewerVersion, Problem([.. Stored.Value.AsSpan(0, 7), 2, .. Stored.Value.AsSpan(8)]));
        Assert.Equal(StoredOrderProblem.Damaged, Problem([.. Stored.Value.AsSpan(0, 7), 0, .. Stored.Value.AsSpan(8)]));
        Assert.Equal(StoredOrderProblem.Damaged, Problem(Stored.Value.AsSpan(0, 60)));
        Assert.Equal(StoredOrderProblem.OtherForm, Problem(Sample.Prepared().ToBytes(Flip)));
        Assert.Equal(StoredOrderProblem.OtherForm, Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(Stored.Value, Flip)).Problem);

        static StoredOrderProblem Problem(ReadOnlySpan<byte> stored)
        {
            var bytes = stored.ToArray();
            return Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(bytes, Secrets)).Problem;
        }
    }

    [Fact]
    public void A_secret_of_any_text_leaves_a_hole_and_comes_back()
    {
        Gen.String[Gen.Char, 0, 12].Where(IsUnicode).Sample(
            password =>
            {
                var body = WireJson.Write(Sample.Order(password));
                var (kept, holes) = SecretHole.Cut(body, OrderBody.Secrets(Sample.Order(), body));
                Assert.Equal("sequencer.login_password", Assert.Single(holes).Path);
                Assert.Equal(body, SecretHole.Fill(kept, holes, _ => password));
                Assert.EndsWith("\"login_password\":", Encoding.UTF8.GetString(kept.AsSpan(0, holes[0].Position)), StringComparison.Ordinal);
            },
            iter: 5000);

        static bool IsUnicode(string text) => new UTF8Encoding(false, false).GetString(Encoding.UTF8.GetBytes(text)) == text;
    }

    [Fact]
    public void A_secret_escaped_in_another_way_needs_a_protector()
    {
        var submission = Sample.OfJson("""{"user":"a@b.co","bundle_id":"bun_1","sequencer":{"provider":"smartlead","login_email":"a@b.co","login_password":"\u0061"},"domains":["a.com"],"personas":[]}""");
        Assert.Contains("ToBytes(protect)", Assert.Throws<InvalidOperationException>(() => submission.ToBytes()).Message, StringComparison.Ordinal);
        Assert.Equal(submission.Body, OrderSubmission.FromBytes(submission.ToBytes(Flip), Flip).Body);
    }

    public static TheoryData<string> StoredNames => [.. Vectors.Of("order-stored.json").Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(StoredNames))]
    public void What_version_1_stored_is_read_for_ever(string name)
    {
        var vector = Vectors.Of("order-stored.json").Single(vector => vector.GetProperty("name").GetString() == name);
        var stored = Convert.FromBase64String(vector.GetProperty("input").GetProperty("stored").GetString()!);
        var password = vector.GetProperty("input").GetProperty("secrets").GetProperty("sequencer.login_password").GetString()!;
        var expected = vector.GetProperty("expect");
        var submission = OrderSubmission.FromBytes(stored, new OrderSecrets { LoginPassword = password });
        Assert.Equal(expected.GetProperty("body").GetString(), Encoding.UTF8.GetString(submission.Body));
        Assert.Equal(expected.GetProperty("prepared_at").GetString(), submission.PreparedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(stored, submission.ToBytes());
    }

    [Fact]
    public void A_protector_keeps_everything()
    {
        var submission = Sample.Prepared();
        var stored = submission.ToBytes(Flip);
        Assert.DoesNotContain("alex@", Encoding.Latin1.GetString(stored), StringComparison.Ordinal);
        var again = OrderSubmission.FromBytes(stored, Flip);
        Assert.Equal((submission.Fingerprint(), submission.PreparedAt), (again.Fingerprint(), again.PreparedAt));
    }

    [Fact]
    public void A_protector_gets_bytes_that_are_cleared_afterwards()
    {
        byte[]? seen = null;
        Sample.Prepared().ToBytes(plain => [.. seen = plain]);
        Assert.All(seen!, value => Assert.Equal(0, value));
    }

    [Fact]
    public void A_protector_that_refuses_is_told_from_one_that_is_away()
    {
        var stored = Sample.Prepared().ToBytes(Flip);
        Assert.Equal(StoredOrderProblem.Sealed, Problem(_ => throw new CryptographicException("no key")));
        Assert.Equal(StoredOrderProblem.Damaged, Problem(sealed_ => [.. Flip(sealed_).AsSpan(1)]));
        Assert.Equal(StoredOrderProblem.Damaged, Problem(_ => []));
        Assert.Equal(StoredOrderProblem.Damaged, Problem(_ => null!));
        Assert.Throws<IOException>(() => OrderSubmission.FromBytes(stored, _ => throw new IOException("the vault is away")));

        StoredOrderProblem Problem(Func<byte[], byte[]> unprotect) =>
            Assert.Throws<PeekerStoredOrderException>(() => OrderSubmission.FromBytes(stored, unprotect)).Problem;
    }

    private static byte[] Flip(byte[] bytes) => Array.ConvertAll(bytes, value => (byte)~value);
}
