using System.Text.Json.Nodes;

namespace Peeker.Tests.Specification;

/// <summary>openapi/peeker.yaml, as the build embeds it.</summary>
public static class SpecificationDocument
{
    public static JsonObject Root { get; } = Load();

    public static JsonObject Schemas => (JsonObject)Root["components"]!["schemas"]!;

    public static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations =>
        from path in (JsonObject)Root["paths"]!
        from method in (JsonObject)path.Value!
        where method.Key is "get" or "post" or "patch" or "delete" or "put"
        select (path.Key, method.Key, (JsonObject)method.Value!);

    /// <summary>Follows a reference, also one that stands alone in an <c>allOf</c>.</summary>
    public static JsonObject Resolve(JsonNode node)
    {
        while (true)
        {
            if (node["$ref"] is { } reference)
            {
                var target = (JsonNode)Root;
                foreach (var segment in reference.GetValue<string>()[2..].Split('/')) target = target[segment]!;
                node = target;
            }
            else if (node["allOf"] is JsonArray { Count: 1 } all)
            {
                node = all[0]!;
            }
            else
            {
                return (JsonObject)node;
            }
        }
    }

    /// <summary>The name of the schema a node refers to; null for one that stands inline.</summary>
    public static string? NameOf(JsonNode node) =>
        node["$ref"]?.GetValue<string>().Split('/')[^1] ?? (node["allOf"] is JsonArray { Count: 1 } all ? NameOf(all[0]!) : null);

    /// <summary>The members of a schema, those of its base first.</summary>
    public static IReadOnlyDictionary<string, JsonObject> Members(string schema)
    {
        var members = new Dictionary<string, JsonObject>();
        Collect(Schemas[schema]!);
        return members;

        void Collect(JsonNode node)
        {
            node = Resolve(node);
            foreach (var part in node["allOf"] as JsonArray ?? []) Collect(part!);
            foreach (var (name, property) in node["properties"] as JsonObject ?? []) members[name] = (JsonObject)property!;
        }
    }

    public static bool IsEnvelope(string schema) => Members(schema).Values.Any(member => member["x-envelope"] is not null);

    private static JsonObject Load()
    {
        using var stream = typeof(SpecificationDocument).Assembly.GetManifestResourceStream("peeker.json")!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }
}
