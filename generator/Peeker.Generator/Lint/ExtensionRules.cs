using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>The extensions of an operation that reach the templates.</summary>
internal static class ExtensionRules
{
    private static readonly string[] Ends = ["completed", "failed", "action_required", "cancelled"];

    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        foreach (var operation in specification.Operations())
        {
            var node = operation.Node;
            if (Replay(operation) is { } wrong) yield return LintFinding.At(node["x-replay"] ?? node, LintRule.Replay, $"{operation} {wrong}");
            if (operation.Text("x-preset") is not ("read" or "limited" or "full")) yield return LintFinding.At(node["x-preset"] ?? node, LintRule.Preset, $"{operation} without a preset");
            if (operation.Text("x-docs")?.StartsWith('/') != true) yield return LintFinding.At(node["x-docs"] ?? node, LintRule.Docs, $"{operation} without a page");
            if (Polling(specification, operation) is { } polling) yield return LintFinding.At(node["x-ends"] ?? node["x-poll-seconds"]!, LintRule.Polling, $"{operation} {polling}");
        }
    }

    private static string? Replay(OperationNode operation)
    {
        var replay = operation.Text("x-replay");
        if (replay is not ("safe" or "same-body" or "unsafe")) return "that does not say whether it may be sent again";
        if (replay == "same-body" && (operation.Body is null || operation.Node["x-replay-pause-seconds"] is not JValue { Value: long })) return "that is sent again with its body, and has no body or no pause";
        return replay != "safe" && operation.Text("x-outcome") is null ? "that does not say how an unknown outcome is found out" : null;
    }

    private static string? Polling(Specification specification, OperationNode operation)
    {
        var (pause, ends) = (operation.Node["x-poll-seconds"], operation.Node["x-ends"]);
        if (pause is null && ends is null) return null;
        if (pause is not JValue { Value: long } || ends is not JObject { Count: > 0 } table) return "that has a pause or ends, and not both";
        if (table.Properties().FirstOrDefault(end => !Ends.Contains((string?)end.Value)) is { } wrong) return $"that ends with {wrong.Value}";
        var status = specification.Schema(specification.Schemas[operation.Text("x-result") ?? ""]?["properties"]?["status"]);
        var known = (status?["enum"] as JArray ?? []).Select(value => (string?)value).ToHashSet();
        return table.Properties().FirstOrDefault(end => !known.Contains(end.Name)) is { } unknown ? $"that ends at {unknown.Name}, which is no status" : null;
    }
}
