using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Specifications;

/// <summary>Finds every schema of a document.</summary>
internal static class SchemaWalk
{
    public static IEnumerable<(JObject Schema, SchemaRole Role)> Of(Specification specification) =>
        specification.Schemas.Properties().SelectMany(p => Inside(p.Value, SchemaRole.Named))
            .Concat(specification.Root.Properties().Where(p => p.Name is "paths" or "x-webhooks").SelectMany(p => Values(p.Value)))
            .Concat((specification.Root["components"] as JObject ?? []).Properties().Where(p => p.Name != "schemas").SelectMany(p => Values(p.Value)));

    private static IEnumerable<(JObject Schema, SchemaRole Role)> Values(JToken node) => node switch
    {
        JObject members => members.Properties().Where(p => p.Name is not ("example" or "examples"))
            .SelectMany(p => p.Name == "schema" ? Inside(p.Value, SchemaRole.Value) : Values(p.Value)),
        JArray list => list.SelectMany(Values),
        _ => [],
    };

    private static IEnumerable<(JObject Schema, SchemaRole Role)> Inside(JToken? node, SchemaRole role)
    {
        if (node is not JObject schema) return [];
        return ((IEnumerable<(JObject, SchemaRole)>)[(schema, role)])
            .Concat((schema["properties"] as JObject ?? []).Properties().SelectMany(p => Inside(p.Value, SchemaRole.Member)))
            .Concat(Inside(schema["items"], SchemaRole.Item))
            .Concat((schema["allOf"] as JArray ?? []).SelectMany(part => Inside(part, SchemaRole.Part)))
            .Concat((schema["anyOf"] as JArray ?? []).SelectMany(branch => Inside(branch, SchemaRole.Branch)));
    }
}
