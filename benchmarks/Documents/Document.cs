using System.Text.Json.Nodes;

namespace Peeker.Benchmarks.Documents;

/// <summary>The bytes of an answer or a request, and everyone who reads and writes them.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Bytes">As it is on the wire.</param>
/// <param name="Enveloped">Whether the resource is in an envelope, which is read and not written.</param>
/// <param name="Contenders">The floor comes first.</param>
/// <param name="IsRepeat">Whether an earlier document has the same shape.</param>
internal sealed record Document(string Name, byte[] Bytes, bool Enveloped, IReadOnlyList<Contender> Contenders, bool IsRepeat = false)
{
    /// <summary>Everyone must write what they read: work that is left out cannot win. Members that were not there may be added, as NSwag does with its default values.</summary>
    /// <exception cref="InvalidOperationException">Somebody lost or changed something.</exception>
    public void Check()
    {
        var whole = JsonNode.Parse(Bytes);
        var expected = Enveloped ? whole!["data"] : whole;
        foreach (var contender in Contenders)
        {
            var written = JsonNode.Parse(contender.Write(contender.Read(Bytes)));
            if (!Holds(written, expected)) throw new InvalidOperationException($"{contender.Name} does not write the {Name} that it read.");
        }
    }

    /// <summary>Whether a whole has everything that a part has; it may have more.</summary>
    public static bool Holds(JsonNode? whole, JsonNode? part) => (part, whole) switch
    {
        (JsonObject left, JsonObject right) => left.All(member => right.TryGetPropertyValue(member.Key, out var value) && Holds(value, member.Value)),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => Holds(pair.Second, pair.First)),

        // An instant may be written with Z or with +00:00.
        (JsonValue left, JsonValue right) => JsonNode.DeepEquals(left, right)
            || (DateTimeOffset.TryParse(left.ToString(), out var first) && DateTimeOffset.TryParse(right.ToString(), out var second) && first == second),
        _ => whole is null && part is null,
    };

    public override string ToString() => Name;
}
