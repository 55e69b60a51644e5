using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Limits, patterns and defaults that contradict themselves or are none, and a document without what every call needs.</summary>
internal static class LimitRules
{
    private static readonly string[] Numbers = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

    public static IEnumerable<LintFinding> Check(Specification specification) => Document(specification).Concat(SchemaWalk.Of(specification).SelectMany(found => Of(found.Schema)));

    private static IEnumerable<LintFinding> Document(Specification specification)
    {
        if ((specification.Root["servers"] as JArray)?.FirstOrDefault()?.SelectToken("url") is not JValue { Value: string }) yield return LintFinding.At(specification.Root["servers"] ?? specification.Root, LintRule.Document, "no address under servers");
        if (!specification.Operations().Any()) yield return LintFinding.At(specification.Root["paths"] ?? specification.Root, LintRule.Document, "no operation under paths");
    }

    private static IEnumerable<LintFinding> Of(JObject schema)
    {
        foreach (var keyword in Numbers)
            if (schema[keyword] is { } limit && Number(limit) is null) yield return LintFinding.At(limit, LintRule.Limit, $"{keyword} that is no number");
        foreach (var (least, most) in ((string, string)[])[("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems")])
            if (Number(schema[least]) > Number(schema[most])) yield return LintFinding.At(schema[least]!, LintRule.Limit, $"{least} above {most}");
        if (schema["pattern"] is { } pattern && !IsPattern(pattern)) yield return LintFinding.At(pattern, LintRule.Limit, "a pattern that is no regular expression");
        if (schema["default"] is { } value && !Fits(schema, value)) yield return LintFinding.At(value, LintRule.Limit, "a default that the schema itself refuses");
    }

    private static bool Fits(JObject schema, JToken value) => (schema["type"] as JValue)?.Value switch
    {
        "integer" => value.Type == JTokenType.Integer && !(Number(value) < Number(schema["minimum"])) && !(Number(value) > Number(schema["maximum"])),
        "boolean" => value.Type == JTokenType.Boolean,
        "string" => value.Type == JTokenType.String,
        _ => true,
    };

    private static decimal? Number(JToken? token) => (token as JValue)?.Value switch { long whole => whole, decimal exact => exact, _ => null };

    private static bool IsPattern(JToken pattern)
    {
        try
        {
            return pattern is JValue { Value: string text } && new Regex(text) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
