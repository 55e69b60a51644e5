using System.Text.Json.Nodes;

namespace Peeker.Generator.Vectors;

/// <summary>The smallest body of each model that fits, and what is wrong with it once a member is missing or of another type.</summary>
internal sealed class SpoiltModels(Specification specification, VectorFile file)
{
    private const string Missing = "A member that is required must be there.";
    private const string Wrong = "A member has the type that the table says.";
    private const string Null = "A null stands only where the table says nullable, or in an optional member, where it is kept as one that is not known.";

    public void Add(string model)
    {
        var members = specification.Members(model);
        foreach (var (name, schema, required) in members)
        {
            if (required) Spoil($"{model}, no {name}", Missing, model, name, body => body.Remove(name));
            Spoil($"{model}, wrong {name}", Wrong, model, name, body => body[name] = OfAnotherType(specification.TypeOf(schema)));
            if (required && !specification.IsNullable(schema)) Spoil($"{model}, null {name}", Null, model, name, body => body[name] = null);
        }
    }

    private void Spoil(string name, string rule, string model, string member, Action<JsonObject> change)
    {
        var body = Smallest(model);
        change(body);
        file.Add(name, rule, new() { ["model"] = model, ["text"] = VectorFile.Compact(body) }, new() { ["at_fault"] = member });
    }

    private JsonObject Smallest(string model) =>
        new(specification.Members(model).Where(member => member.Required).Select(member => KeyValuePair.Create(member.Name, Least(specification.TypeOf(member.Schema)))));

    private JsonNode? Least(string type) => type switch
    {
        "string" or "OrderDomain" => "a",
        "instant" => "2026-05-08T12:00:00Z",
        "boolean" => true,
        "int32" or "int64" or "SequencerClientId" => 1,
        _ when type.StartsWith("list of ", StringComparison.Ordinal) => new JsonArray(Least(type["list of ".Length..])),
        _ => Smallest(type),
    };

    private static JsonNode OfAnotherType(string type) => type switch
    {
        "string" => 7,
        "instant" => "yesterday",
        "boolean" => "true",
        "int32" => 2147483648L,
        "int64" => "1",
        _ => true,
    };
}
