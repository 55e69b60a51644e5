using System.Globalization;
using System.Text.Json;

namespace Peeker.Json;

/// <summary>The members of a type that the specification marks as secret (<c>x-sensitive: secret</c>), and the members that lead to such.</summary>
internal sealed class SecretMembers
{
    // Null for a secret; otherwise what is secret inside the object, or inside each object of the list.
    private readonly Dictionary<string, SecretMembers?> _members = new(StringComparer.Ordinal);

    public static SecretMembers Of<T>()
        where T : IWire<T>
    {
        var members = new SecretMembers();
        T.MarkSecrets(members);
        return members;
    }

    public void Secret(string name) => _members.Add(name, null);

    public void Inside<T>(string name)
        where T : IWire<T>
    {
        var inside = Of<T>();
        if (inside._members.Count > 0) _members.Add(name, inside);
    }

    /// <summary>Where the secrets of a document stand, in its order. A secret that is null hides nothing and is left out.</summary>
    public IReadOnlyList<SecretPlace> Find(ReadOnlySpan<byte> json)
    {
        var found = new List<SecretPlace>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Visit(ref reader, "", found);
        return found;
    }

    private void Visit(ref Utf8JsonReader reader, string path, List<SecretPlace> found)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var index = 0; Wire.NextItem(ref reader); index++)
                Visit(ref reader, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), found);
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (Wire.NextMember(ref reader)) VisitMember(ref reader, path, found);
        }
    }

    private void VisitMember(ref Utf8JsonReader reader, string path, List<SecretPlace> found)
    {
        var name = reader.GetString()!;
        reader.Read();
        var here = path.Length == 0 ? name : $"{path}.{name}";
        if (!_members.TryGetValue(name, out var inside)) reader.Skip();
        else if (inside is not null) inside.Visit(ref reader, here, found);
        else if (reader.TokenType == JsonTokenType.String)
            found.Add(new(here, (int)reader.TokenStartIndex, (int)(reader.BytesConsumed - reader.TokenStartIndex)));
        else reader.Skip();
    }
}
