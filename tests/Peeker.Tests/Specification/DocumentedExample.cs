using System.Text.Json.Nodes;

namespace Peeker.Tests.Specification;

/// <summary>An example of the specification, and the model that must carry it.</summary>
public sealed record DocumentedExample(string Place, Type Model, JsonNode Json)
{
    public static IReadOnlyList<DocumentedExample> All { get; } = [.. Collect()];

    public override string ToString() => Place;

    private static IEnumerable<DocumentedExample> Collect()
    {
        foreach (var (_, _, operation) in SpecificationDocument.Operations)
        {
            var id = operation["operationId"]!.GetValue<string>();
            if (operation["requestBody"] is { } body)
            {
                foreach (var (name, json, schema) in InContent(SpecificationDocument.Resolve(body)))
                    yield return new($"{id} request{name}", ModelOf(schema), json);
            }

            foreach (var (status, response) in (JsonObject)operation["responses"]!)
            {
                foreach (var (name, json, schema) in InContent(SpecificationDocument.Resolve(response!)))
                    yield return Unwrap($"{id} {status}{name}", schema, json);
            }
        }

        foreach (var (name, schema) in SpecificationDocument.Schemas)
        {
            if (schema!["example"] is { } json && schema["enum"] is null && !SpecificationDocument.IsEnvelope(name)) yield return new($"schema {name}", ModelOf(name), json);
        }
    }

    private static IEnumerable<(string Name, JsonNode Json, string Schema)> InContent(JsonObject holder)
    {
        if (holder["content"]?["application/json"] is not JsonObject media) yield break;
        var schema = SpecificationDocument.NameOf(media["schema"]!)!;
        if (media["example"] is { } single) yield return ("", single, schema);
        foreach (var (name, example) in media["examples"] as JsonObject ?? [])
            yield return ($" ({name})", SpecificationDocument.Resolve(example!)["value"]!, schema);
    }

    private static DocumentedExample Unwrap(string place, string schema, JsonNode json)
    {
        var (name, payload) = SpecificationDocument.Members(schema).First();
        return payload["type"]?.GetValue<string>() == "array"
            ? new(place, typeof(Page<>).MakeGenericType(ModelOf(SpecificationDocument.NameOf(payload["items"]!)!)), json)
            : new(place, ModelOf(SpecificationDocument.NameOf(payload)!), json[name]!);
    }

    private static Type ModelOf(string schema) => typeof(PeekerClient).Assembly.GetType($"Peeker.{schema}", throwOnError: true)!;
}
