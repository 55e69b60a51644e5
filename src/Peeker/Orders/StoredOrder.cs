using System.Security.Cryptography;
using Peeker.Json;

namespace Peeker;

/// <summary>An order as it is stored without its secrets. The layout is described byte for byte in docs/orders.md.</summary>
internal sealed record StoredOrder(DateTimeOffset PreparedAt, byte[] Body, IReadOnlyList<SecretHole> Holes, int Iterations, byte[] Salt, byte[] Check)
{
    /// <summary>About a seventh of a second of one core for each guess, in 2026.</summary>
    private const int NewIterations = 600_000;

    // Damaged bytes must not keep a core busy for hours.
    private const int MostIterations = 50_000_000;

    /// <exception cref="InvalidOperationException">A secret is written in a way that it could not be written again.</exception>
    public static byte[] Write(DateTimeOffset preparedAt, ReadOnlySpan<byte> body, IReadOnlyList<SecretPlace> secrets)
    {
        var writer = new StoredOrderWriter();
        StoredOrderHead.Write(writer, StoredOrderHead.WithHoles);
        writer.PutInstant(preparedAt);
        writer.PutInt32(NewIterations);
        var (rest, holes) = SecretHole.Cut(body, secrets);
        writer.PutInt32(holes.Count);
        foreach (var hole in holes)
        {
            writer.PutInt32(hole.Position);
            writer.PutText(hole.Path);
        }

        writer.PutInt32(rest.Length);
        writer.Put(rest);

        // A salt has to be another for each order, not unknown: what was written so far is that, and needs no chance.
        var check = OrderFingerprint.Check(body, SHA256.HashData(writer.Written), NewIterations);
        writer.Put(check);
        writer.Put(SHA256.HashData(writer.Written));
        return writer.Written.ToArray();
    }

    /// <exception cref="PeekerStoredOrderException">The bytes are not such an order.</exception>
    public static StoredOrder Read(ReadOnlySpan<byte> stored)
    {
        var bytes = new StoredBytes(StoredOrderHead.Read(stored, StoredOrderHead.WithHoles));
        var ends = stored.Length - SHA256.HashSizeInBytes;
        if (ends < 0 || !SHA256.HashData(stored[..ends]).AsSpan().SequenceEqual(stored[ends..])) throw PeekerStoredOrderException.Damaged();
        var preparedAt = bytes.TakeInstant();
        var iterations = bytes.TakeInt32();
        var holes = new List<SecretHole>();
        for (var left = bytes.TakeInt32(); left > 0; left--) holes.Add(new(bytes.TakeInt32(), bytes.TakeText()));
        var body = bytes.Take(bytes.TakeInt32()).ToArray();
        var check = bytes.Take(OrderFingerprint.Size).ToArray();
        bytes.Take(SHA256.HashSizeInBytes);
        if (!bytes.IsAtEnd || iterations is <= 0 or > MostIterations || !SecretHole.Fit(holes, body)) throw PeekerStoredOrderException.Damaged();
        return new(preparedAt, body, holes, iterations, SHA256.HashData(stored[..(ends - OrderFingerprint.Size)]), check);
    }

    /// <summary>The body as it was prepared.</summary>
    /// <exception cref="ArgumentException">A secret is missing.</exception>
    /// <exception cref="PeekerOrderChangedException">With these secrets it is another body.</exception>
    public byte[] Refill(OrderSecrets secrets)
    {
        var body = SecretHole.Fill(Body, Holes, hole => secrets.Of(hole.Path)
            ?? throw new ArgumentException($"The stored order needs the secret '{hole.Path}'; set it in OrderSecrets.", nameof(secrets)));
        if (!CryptographicOperations.FixedTimeEquals(OrderFingerprint.Check(body, Salt, Iterations), Check))
            throw new PeekerOrderChangedException([.. Holes.Select(hole => hole.Path)]);
        return body;
    }

    /// <summary>The order with nothing in the place of each secret.</summary>
    public OrderRequest ReadWithoutSecrets() => OrderBody.Read(SecretHole.Fill(Body, Holes, _ => ""));
}
