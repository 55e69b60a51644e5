using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Constructs that are valid, and give wrong or no code.</summary>
internal static class SchemaRules
{
    private static readonly HashSet<string> Carried =
    [
        "type", "format", "description", "nullable", "enum", "required", "properties", "items", "allOf", "anyOf", "minimum", "maximum", "minLength", "maxLength", "pattern", "minItems", "maxItems", "default", "example",
    ];

    private static readonly Dictionary<string, LintRule> Named = new()
    {
        ["oneOf"] = LintRule.OneOf,
        ["discriminator"] = LintRule.Discriminator,
        ["additionalProperties"] = LintRule.AdditionalProperties,
        ["patternProperties"] = LintRule.AdditionalProperties,
        ["unevaluatedProperties"] = LintRule.AdditionalProperties,
        ["const"] = LintRule.Keyword31,
        ["examples"] = LintRule.Keyword31,
        ["prefixItems"] = LintRule.Keyword31,
        ["contains"] = LintRule.Keyword31,
        ["if"] = LintRule.Keyword31,
        ["then"] = LintRule.Keyword31,
        ["else"] = LintRule.Keyword31,
        ["$defs"] = LintRule.Keyword31,
        ["$schema"] = LintRule.Keyword31,
    };

    public static IEnumerable<LintFinding> Check(Specification specification) => SchemaWalk.Of(specification).SelectMany(found => Of(specification, found.Schema, found.Role));

    private static IEnumerable<LintFinding> Of(Specification specification, JObject schema, SchemaRole role)
    {
        if (Specification.Reference(schema) is not null)
        {
            // A reference by itself is the form of rows, parts and bodies. A member has a description, so it needs the wrap.
            if (schema.Count > 1) yield return LintFinding.At(schema, LintRule.ReferenceSibling, $"{schema.Properties().First(p => p.Name != "$ref").Name} beside a reference, which is ignored there");
            yield break;
        }

        foreach (var member in schema.Properties())
        {
            if (Named.TryGetValue(member.Name, out var rule)) yield return LintFinding.At(member.Value, rule, $"the keyword {member.Name}");
            else if (member.Name is "exclusiveMinimum" or "exclusiveMaximum" && member.Value.Type != JTokenType.Boolean || member.Name == "type" && member.Value is JArray) yield return LintFinding.At(member.Value, LintRule.Keyword31, $"{member.Name} in the form of 3.1");
            else if (!Carried.Contains(member.Name) && !member.Name.StartsWith("x-", StringComparison.Ordinal)) yield return LintFinding.At(member.Value, LintRule.Keyword, $"the keyword {member.Name}");
        }

        if (schema["anyOf"] is { } union && !(role == SchemaRole.Named && HandWritten.Schemas.Contains(((JProperty)schema.Parent!).Name)))
            yield return LintFinding.At(union, LintRule.AnyOf, "a union that no type is written for");
        if (role != SchemaRole.Named && (schema["properties"] is not null || schema["enum"] is not null) && !IsDataOfEvent(specification, schema))
            yield return LintFinding.At(schema, LintRule.Inline, schema["enum"] is null ? "an object without a name" : "an enum without a name");
        if (schema["allOf"] is { } parts && !IsOneReference(parts) && !IsEvent(specification, schema)) yield return LintFinding.At(parts, LintRule.AllOf, "an allOf that is neither one reference nor an event");
        if (schema["nullable"] is { } nullable && schema["type"] is null) yield return LintFinding.At(nullable, LintRule.Nullable, "nullable without a type, which counts for nothing");
        if (schema["nullable"] is { } inList && role == SchemaRole.Item && schema["type"] is not null) yield return LintFinding.At(inList, LintRule.Nullable, "rows that may be null, which no list carries");
    }

    private static bool IsOneReference(JToken parts) => parts is JArray { Count: 1 } list && Specification.Reference(list[0]) is not null;

    /// <summary>The base that is marked abstract, then one object.</summary>
    private static bool IsEvent(Specification specification, JObject schema) =>
        schema["allOf"] is JArray { Count: 2 } parts && (bool?)(specification.Follow(parts[0]) as JObject)?["x-abstract"] == true && (parts[1] as JObject)?["properties"] is not null;

    private static bool IsDataOfEvent(Specification specification, JObject schema) =>
        schema.Parent is JArray parts && parts.IndexOf(schema) == 1 && parts.Parent?.Parent is JObject whole && IsEvent(specification, whole);
}
