using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>What every operation says about itself.</summary>
internal static class OperationRules
{
    private static readonly HashSet<string> Carried = ["operationId", "tags", "summary", "description", "externalDocs", "parameters", "requestBody", "responses"];

    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        var ids = new HashSet<string>();
        var tags = (specification.Root["tags"] as JArray ?? []).Select(tag => (string?)tag["name"]).ToHashSet();
        foreach (var operation in specification.Operations())
        {
            var node = operation.Node;
            var id = operation.Id?.Split('_');
            if (id is not [var group, var method] || !CSharpName.IsIdentifier(group) || !CSharpName.IsIdentifier(method)) yield return LintFinding.At(node, LintRule.OperationId, $"{operation} with {(operation.Id is null ? "no id" : "the id " + operation.Id)}");
            else if (!ids.Add(operation.Id!)) yield return LintFinding.At(node, LintRule.OperationId, $"{operation} with the id of another operation");
            var own = node["tags"] as JArray;
            if (own is not { Count: 1 } || !tags.Contains((string?)own[0]) || id is [var prefix, _] && prefix != (string?)own[0]) yield return LintFinding.At(own ?? (JToken)node, LintRule.Tag, $"{operation} with {(own is null ? "no tag" : "the tag " + string.Join(", ", own))}");
            foreach (var other in node.Properties().Where(p => !Carried.Contains(p.Name) && !p.Name.StartsWith("x-", StringComparison.Ordinal))) yield return LintFinding.At(other.Value, LintRule.OperationKeyword, $"{other.Name} of {operation}");
            if (operation.Body is { } body)
            {
                foreach (var media in Media(body)) yield return media;
                if (OperationNode.Json(body) is { } json && !HasExample(json)) yield return LintFinding.At(json, LintRule.Example, $"no example of the body of {operation}");
            }
        }
    }

    internal static bool HasExample(JObject json) => json["example"] is not null || json["examples"] is JObject { Count: > 0 };

    internal static IEnumerable<LintFinding> Media(JObject holder) =>
        (holder["content"] as JObject ?? []).Properties().Where(p => p.Name != "application/json").Select(p => LintFinding.At(p.Value, LintRule.Media, $"the media type {p.Name}"));
}
