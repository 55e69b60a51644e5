using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace Peeker.Sandbox.State;

/// <summary>
/// Ids like the documented ones: a prefix and 24 characters of Crockford's base 32. Each is computed from the seed and from what it
/// names, so that no thread's luck decides it: the same requests in another order make the same ids.
/// </summary>
internal sealed class Ids(int seed)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Characters = 24;

    public string Of(string prefix, string what, string part = "", int number = 0)
    {
        return string.Create(prefix.Length + Characters, (prefix, Hash(prefix, what, part, number)), static (text, from) =>
        {
            from.prefix.CopyTo(text);
            var bits = from.Item2;
            for (var index = text.Length - 1; index >= from.prefix.Length; index--)
            {
                text[index] = Alphabet[(int)(bits & 31)];
                bits >>= 5;
            }
        });
    }

    /// <summary>A number from 0 up to 1 that belongs to what is named.</summary>
    public double Chance(string what, string part, int number = 0) => (uint)Hash("chance", what, part, number) / (double)(1L << 32);

    // Not a hash for secrets: the sandbox's keys open nothing but the sandbox.
    private UInt128 Hash(string prefix, string what, string part, int number)
    {
        // The separator keeps "a" + "bc" from being "ab" + "c"; no id or name contains it.
        const byte separator = 0;
        var most = Encoding.UTF8.GetMaxByteCount(prefix.Length + what.Length + part.Length) + 11;
        var buffer = most <= 1024 ? stackalloc byte[1024] : new byte[most];
        var length = Encoding.UTF8.GetBytes(prefix, buffer);
        buffer[length++] = separator;
        length += Encoding.UTF8.GetBytes(what, buffer[length..]);
        buffer[length++] = separator;
        length += Encoding.UTF8.GetBytes(part, buffer[length..]);
        buffer[length++] = separator;
        BinaryPrimitives.WriteInt32LittleEndian(buffer[length..], number);
        return XxHash128.HashToUInt128(buffer[..(length + 4)], seed);
    }
}
