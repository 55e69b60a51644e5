using System.Text.Json.Nodes;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Vectors;

/// <summary>What the vectors take from the specification: its models, member by member, and its examples.</summary>
internal sealed class Specification(JsonObject root)
{
    // References that go further than this lead back to where they began.
    private const int Deep = 20;

    public JsonObject Schemas => (JsonObject)root["components"]!["schemas"]!;

    public IEnumerable<(string Type, string Model)> Events =>
        ((JsonObject)root["x-webhooks"]!).Select(hook => (hook.Key, NameOf(hook.Value!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]!)!));

    public static Specification Parse(string yaml) => new((JsonObject)JsonNode.Parse(YamlAsJson.Convert(yaml))!);

    /// <summary>The members of a model in their order, those of its base first.</summary>
    public IReadOnlyList<(string Name, JsonObject Schema, bool Required)> Members(string model)
    {
        var (members, required) = (new List<(string Name, JsonObject Schema)>(), new HashSet<string>());
        Collect(Schemas[model] ?? throw new MalformedException($"no schema {model}", model), 0);
        return [.. members.Select(member => (member.Name, member.Schema, required.Contains(member.Name)))];

        void Collect(JsonNode node, int depth)
        {
            node = Resolve(node);
            if (depth > Deep) throw Cycle(model);
            foreach (var part in node["allOf"] as JsonArray ?? []) Collect(part!, depth + 1);
            required.UnionWith((node["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>()));
            members.AddRange((node["properties"] as JsonObject ?? []).Select(property => (property.Key, (JsonObject)property.Value!)));
        }
    }

    /// <summary>The type of a member in words: <c>string</c>, <c>int32</c>, <c>list of Persona</c>.</summary>
    public string TypeOf(JsonObject schema) => TypeOf(schema, 0);

    private string TypeOf(JsonObject schema, int depth)
    {
        if (depth > Deep) throw Cycle(NameOf(schema) ?? "items");
        var resolved = Resolve(schema);
        if (resolved["enum"] is not null) return "string";
        if (NameOf(schema) is { } name && (resolved["properties"] ?? resolved["allOf"] ?? resolved["anyOf"]) is not null) return name;
        return (resolved["type"]!.GetValue<string>(), resolved["format"]?.GetValue<string>()) switch
        {
            ("string", "date-time") => "instant",
            ("integer", var format) => format!,
            ("array", _) => $"list of {TypeOf((JsonObject)resolved["items"]!, depth + 1)}",
            (var plain, _) => plain,
        };
    }

    public bool IsNullable(JsonObject schema)
    {
        var resolved = Resolve(schema);
        return schema["nullable"]?.GetValue<bool>() == true || schema["x-tri-state"] is not null || resolved["nullable"]?.GetValue<bool>() == true;
    }

    /// <summary>The name of the schema that a node refers to; null for one that stands inline.</summary>
    public static string? NameOf(JsonNode node) => node["$ref"]?.GetValue<string>().Split('/')[^1] ?? (node["allOf"] is JsonArray { Count: 1 } all ? NameOf(all[0]!) : null);

    /// <summary>Every documented example with its model, out of its envelope; each once.</summary>
    public IEnumerable<(string Place, string Model, JsonNode Json)> Examples()
    {
        var seen = new HashSet<string>();
        return Everywhere().Where(example => seen.Add(example.Model + VectorFile.Compact(example.Json)));
    }

    public bool IsEnvelope(string model) => Resolve(Schemas[model]!)["anyOf"] is null && Members(model).Any(member => member.Schema["x-envelope"] is not null);

    private IEnumerable<(string Place, string Model, JsonNode Json)> Everywhere()
    {
        foreach (var (_, item) in (JsonObject)root["paths"]!)
        {
            foreach (var operation in ((JsonObject)item!).Where(member => member.Value is JsonObject call && call["operationId"] is not null).Select(member => member.Value!))
            {
                var id = operation["operationId"]!.GetValue<string>();
                if (operation["requestBody"] is { } body)
                {
                    foreach (var (name, model, json) in InContent(Resolve(body))) yield return ($"{id} request{name}", model, json);
                }

                foreach (var (status, response) in (JsonObject)operation["responses"]!)
                {
                    foreach (var (name, model, json) in InContent(Resolve(response!))) yield return Unwrapped($"{id} {status}{name}", model, json);
                }
            }
        }

        foreach (var (name, schema) in Schemas.Where(schema => schema.Value!["example"] is not null && schema.Value["enum"] is null && !IsEnvelope(schema.Key)))
            yield return ($"schema {name}", name, schema!["example"]!);
    }

    private IEnumerable<(string Name, string Model, JsonNode Json)> InContent(JsonObject holder)
    {
        if (holder["content"]?["application/json"] is not JsonObject media) yield break;
        var model = NameOf(media["schema"]!)!;
        if (media["example"] is { } single) yield return ("", model, single);
        foreach (var (name, example) in media["examples"] as JsonObject ?? []) yield return ($" ({name})", model, Resolve(example!)["value"]!);
    }

    private (string Place, string Model, JsonNode Json) Unwrapped(string place, string model, JsonNode json) =>
        IsEnvelope(model) && Members(model)[0] is var payload && NameOf(payload.Schema) is { } name ? (place, name, json[payload.Name]!) : (place, model, json);

    private JsonObject Resolve(JsonNode node)
    {
        for (var steps = 0; node["$ref"] is not null || node["allOf"] is JsonArray { Count: 1 }; steps++)
        {
            if (steps > Deep) throw Cycle(NameOf(node) ?? "$ref");
            node = node["$ref"] is { } reference ? At(reference.GetValue<string>()) : node["allOf"]![0]!;
        }

        return (JsonObject)node;
    }

    private JsonNode At(string reference) =>
        (reference.StartsWith("#/", StringComparison.Ordinal) ? reference[2..].Split('/') : [""]).Aggregate((JsonNode?)root, (place, segment) => (place as JsonObject)?[segment])
        ?? throw new MalformedException($"a reference to {reference}, which is not there", reference);

    private static MalformedException Cycle(string name) => new($"references that lead back to {name}", $"{name}:");
}
