using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Events and error codes, each of which stands in two lists.</summary>
internal static class EventRules
{
    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        var events = specification.Events().ToList();
        var types = (specification.Schemas["WebhookEventType"]?["enum"] as JArray ?? []).ToList();
        foreach (var type in types.Where(type => !events.Exists(e => e.Type == (string?)type))) yield return LintFinding.At(type, LintRule.Event, $"{type}, which is not under x-webhooks");
        foreach (var (type, node, schema) in events)
        {
            if (!types.Exists(value => (string?)value == type)) yield return LintFinding.At(node, LintRule.Event, $"{type}, which is no value of WebhookEventType");
            else if (Problem(specification, type, schema) is { } wrong) yield return LintFinding.At(specification.Follow(schema) ?? node, LintRule.Event, $"{type} {wrong}");
        }

        var codes = (specification.Schemas["ErrorCode"]?["enum"] as JArray ?? []).ToList();
        var errors = (specification.Root["x-errors"] as JArray ?? []).OfType<JObject>().ToList();
        foreach (var none in (specification.Root["x-errors"] as JArray ?? []).Where(error => error is not JObject)) yield return LintFinding.At(none, LintRule.ErrorCodes, $"{none}, which is no entry with a code");
        foreach (var code in codes.Where(code => errors.Count(error => (string?)error["code"] == (string?)code) != 1)) yield return LintFinding.At(code, LintRule.ErrorCodes, $"{code}, which does not stand once under x-errors");
        foreach (var error in errors)
        {
            if (!codes.Exists(code => (string?)code == (string?)error["code"])) yield return LintFinding.At(error, LintRule.ErrorCodes, $"{error["code"] ?? "no code"}, which is no value of ErrorCode");
            else if (error["status"] is not JValue { Value: long } || error["meaning"] is null || error["remedy"] is null) yield return LintFinding.At(error, LintRule.ErrorCodes, $"{error["code"]} without status, meaning or remedy");
        }
    }

    private static string? Problem(Specification specification, string type, JToken? schema)
    {
        if (Specification.SchemaName(schema) != CSharpName.Of(type)) return $"whose schema is not {CSharpName.Of(type)}";
        if (specification.Follow(schema) is not JObject delivery) return "without a schema";
        if (delivery["example"] is null) return "without an example";
        var data = (delivery["allOf"] as JArray ?? []).Select(part => part["properties"]?["data"]).FirstOrDefault(found => found is not null);
        if ((string?)data?["x-event"] != type) return "whose data does not say so";
        return data["x-event-rank"] is JValue { Value: >= 1L and <= 15L } ? null : "without a rank from 1 to 15";
    }
}
