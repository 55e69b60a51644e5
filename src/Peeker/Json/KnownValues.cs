using System.Text;
using System.Text.Json;

namespace Peeker.Json;

/// <summary>The documented values of an open enum. A known value is read without allocating its text again.</summary>
internal sealed class KnownValues(params string[] values)
{
    private readonly byte[][] _utf8 = Array.ConvertAll(values, Encoding.UTF8.GetBytes);

    public bool Contains(string value) => Array.IndexOf(values, value) >= 0;

    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            for (var index = 0; index < _utf8.Length; index++)
            {
                if (reader.ValueTextEquals(_utf8[index])) return values[index];
            }
        }

        return Wire.ReadString(ref reader);
    }
}
