using System.Text.Json.Nodes;

namespace Peeker.Generator.Vectors;

/// <summary>The table of models that the vectors carry, and a body in the order of its model.</summary>
internal sealed class Models(Specification specification)
{
    // Unions are written in words; README.md of the vectors says how to read them.
    private static readonly Dictionary<string, string> Unions = new()
    {
        ["OrderRequest"] = "BundleOrder if it has bundle_id, else CustomOrder",
        ["OrderDomain"] = "string or OrderDomainObject",
        ["SequencerClientId"] = "int64 or string",
    };

    public JsonObject Table()
    {
        var table = new JsonObject();
        foreach (var (name, schema) in specification.Schemas.Where(schema => schema.Value!["enum"] is null))
        {
            if (schema!["anyOf"] is not null)
            {
                table[name] = Unions[name];
                continue;
            }

            table[name] = new JsonObject(specification.Members(name).Select(member => KeyValuePair.Create<string, JsonNode?>(
                member.Name, $"{(member.Required ? "required " : "")}{(specification.IsNullable(member.Schema) ? "nullable " : "")}{specification.TypeOf(member.Schema)}")));
        }

        return table;
    }

    /// <summary>Known members in the order of the model, then the others in theirs, all the way down.</summary>
    public JsonNode? Ordered(string type, JsonNode? json, string path, List<string> unknown)
    {
        if (type.StartsWith("list of ", StringComparison.Ordinal) && json is JsonArray items)
            return new JsonArray([.. items.Select((item, index) => Ordered(type["list of ".Length..], item, $"{path}[{index}]", unknown))]);
        if (json is not JsonObject members || Concrete(type, members) is not { } model) return json?.DeepClone();
        var known = specification.Members(model);
        var ordered = new JsonObject();
        foreach (var (name, schema, _) in known.Where(member => members.ContainsKey(member.Name)))
            ordered[name] = Ordered(specification.TypeOf(schema), members[name], Joined(path, name), unknown);
        foreach (var (name, value) in members.Where(member => !ordered.ContainsKey(member.Key)))
        {
            ordered[name] = value?.DeepClone();
            unknown.Add(Joined(path, name));
        }

        return ordered;
    }

    /// <summary>Puts a member that no model knows at the head of every object.</summary>
    public JsonNode? Grown(string type, JsonNode? json, Func<JsonNode?> unknown)
    {
        if (type.StartsWith("list of ", StringComparison.Ordinal) && json is JsonArray items)
            return new JsonArray([.. items.Select(item => Grown(type["list of ".Length..], item, unknown))]);
        if (json is not JsonObject members || Concrete(type, members) is not { } model) return json?.DeepClone();
        var types = specification.Members(model).ToDictionary(member => member.Name, member => specification.TypeOf(member.Schema));
        return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Grown(types[member.Key], member.Value, unknown))).Prepend(new("x_new", unknown())));
    }

    private string? Concrete(string type, JsonObject members) => type switch
    {
        "OrderRequest" => members.ContainsKey("bundle_id") ? "BundleOrder" : "CustomOrder",
        "OrderDomain" => "OrderDomainObject",
        _ => specification.Schemas.ContainsKey(type) ? type : null,
    };

    private static string Joined(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
