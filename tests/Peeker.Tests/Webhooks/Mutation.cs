using System.Globalization;
using System.Text.RegularExpressions;

namespace Peeker.Tests.Webhooks;

/// <summary>Changes one thing of a delivery so that it must not be accepted any more.</summary>
internal sealed class Mutation(Random chance)
{
    private const string Signs = "0123456789abcdefABCDEFxyz=,.;+-_ \t\r\n\0\"'v١é漢\ud83d\ude00\ufeff";

    public int Next(int least, int beyond) => chance.Next(least, beyond);

    public string Text(int length) => string.Create(length, chance, static (text, chance) =>
    {
        for (var index = 0; index < text.Length; index++) text[index] = (char)chance.Next(33, 0x2000);
    });

    public SignedDelivery Of(SignedDelivery delivery)
    {
        while (true)
        {
            var mutated = chance.Next(4) switch
            {
                0 => delivery with { Body = Bytes(delivery.Body) },
                1 => delivery with { Timestamp = chance.Next(2) == 0 ? Number(delivery.Timestamp) : Change(delivery.Timestamp) },
                2 => delivery with { Signature = Signatures(delivery.Signature) },
                _ => delivery with { Secret = Change(delivery.Secret) },
            };
            if (!string.IsNullOrWhiteSpace(mutated.Secret) && IsAnother(delivery, mutated)) return mutated;
        }
    }

    // The header may be written differently and still say the same signature.
    private static bool IsAnother(SignedDelivery one, SignedDelivery other) =>
        one.Secret != other.Secret || one.Timestamp != other.Timestamp || !one.Body.AsSpan().SequenceEqual(other.Body)
        || !other.Signature.Split(',').Any(part => Regex.IsMatch(part.Trim(), $"^v1=(?i:{one.Signature[3..]})\\z", RegexOptions.CultureInvariant));

    private byte[] Bytes(byte[] body)
    {
        var at = chance.Next(body.Length + 1);
        return chance.Next(5) switch
        {
            0 when body.Length > 0 => [.. body[..(at % body.Length)], (byte)(body[at % body.Length] ^ 1 << chance.Next(8)), .. body[(at % body.Length + 1)..]],
            1 => [.. body[..at], (byte)chance.Next(256), .. body[at..]],
            2 => body[..at],
            3 => [.. body, .. body],
            _ => [.. body, (byte)"\n\r \0"[chance.Next(4)]],
        };
    }

    private string Number(string timestamp) => chance.Next(4) switch
    {
        0 => "0" + timestamp,
        1 => timestamp[..^1],
        _ => (long.Parse(timestamp, CultureInfo.InvariantCulture) + chance.Next(-400, 400)).ToString(CultureInfo.InvariantCulture),
    };

    private string Signatures(string signature) => chance.Next(7) switch
    {
        0 => signature[..chance.Next(signature.Length)],
        1 => "v2=" + signature[3..],
        2 => signature[3..],
        3 => Other() + "," + Other(),
        4 => string.Join(',', Enumerable.Range(0, chance.Next(40)).Select(_ => Other())),
        5 => Flip(signature, 3 + chance.Next(64)),
        _ => Change(signature),
    };

    private string Other()
    {
        Span<byte> mac = stackalloc byte[32];
        chance.NextBytes(mac);
        return "v1=" + Convert.ToHexString(mac);
    }

    private static string Flip(string text, int at) => text[..at] + (text[at] == '0' ? '1' : '0') + text[(at + 1)..];

    private string Change(string text)
    {
        var at = chance.Next(text.Length);
        var sign = Signs[chance.Next(Signs.Length)];
        return chance.Next(3) switch
        {
            0 => text[..at] + sign + text[(at + 1)..],
            1 => text.Insert(at, sign.ToString()),
            _ => text.Remove(at, 1),
        };
    }
}
