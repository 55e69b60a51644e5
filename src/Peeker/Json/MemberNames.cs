using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Peeker.Json;

/// <summary>The names of a type's members in the order of the specification.</summary>
internal sealed class MemberNames
{
    private readonly byte[][] _utf8;
    private readonly JsonEncodedText[] _encoded;

    public MemberNames(params string[] names)
    {
        // Presence is tracked in one bit for each member.
        if (names.Length > 64) throw new NotSupportedException("A type of the specification has more than 64 members.");
        _utf8 = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
        _encoded = Array.ConvertAll(names, name => JsonEncodedText.Encode(name));
    }

    public JsonEncodedText this[int index] => _encoded[index];

    /// <summary>
    /// Finds the name the reader stands on and moves to its value; -1 leaves the reader on an unknown name.
    /// The search starts where the last one ended, so that a body in the documented order costs one comparison a member.
    /// </summary>
    public int Match(ref Utf8JsonReader reader, ref int next)
    {
        var names = _utf8;
        var index = next;
        for (var tried = 0; tried < names.Length; tried++)
        {
            if (index >= names.Length) index = 0;
            if (reader.ValueTextEquals(names[index]))
            {
                next = index + 1;
                reader.Read();
                return index;
            }

            index++;
        }

        return -1;
    }

    public WireException Missing(ulong members) =>
        new(Encoding.UTF8.GetString(_utf8[BitOperations.TrailingZeroCount(members)]), "is required and missing");
}
