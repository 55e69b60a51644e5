using System.Text;
using System.Text.Json;

namespace Peeker.Json;

/// <summary>
/// Names the member at a position of a document, as <c>personas[1].profile_picture_url</c>. Reading keeps no path; the
/// document is walked again once something is wrong with it.
/// </summary>
internal static class WireLocation
{
    /// <param name="json">The document; it need not be whole.</param>
    /// <param name="position">How many bytes were consumed when reading stopped.</param>
    public static string At(ReadOnlySpan<byte> json, long position)
    {
        var levels = new List<(bool IsArray, int Index, string? Name)>();
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                var token = reader.TokenType;
                if (token is JsonTokenType.EndObject or JsonTokenType.EndArray && reader.BytesConsumed < position)
                {
                    levels.RemoveAt(levels.Count - 1);
                    continue;
                }

                if (token == JsonTokenType.PropertyName) levels[^1] = levels[^1] with { Name = reader.GetString() };
                else if (token is not (JsonTokenType.EndObject or JsonTokenType.EndArray) && levels.Count > 0 && levels[^1].IsArray)
                    levels[^1] = levels[^1] with { Index = levels[^1].Index + 1 };

                if (reader.BytesConsumed >= position)
                {
                    // At the end of an object it is the object that is at fault, not its last member.
                    if (token == JsonTokenType.EndObject) levels[^1] = levels[^1] with { Name = null };
                    break;
                }

                if (token is JsonTokenType.StartObject or JsonTokenType.StartArray) levels.Add((token == JsonTokenType.StartArray, -1, null));
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // The rest is not JSON; what was walked so far still says where.
        }

        return Text(levels);
    }

    private static string Text(List<(bool IsArray, int Index, string? Name)> levels)
    {
        var text = new StringBuilder();
        foreach (var (isArray, index, name) in levels)
        {
            if (isArray && index >= 0) text.Append('[').Append(index).Append(']');
            else if (name is not null) text.Append(text.Length == 0 ? "" : ".").Append(name);
        }

        return text.ToString();
    }
}
