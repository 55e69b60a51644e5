using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>The answers of every operation.</summary>
internal static partial class AnswerRules
{
    public static IEnumerable<LintFinding> Check(Specification specification) => specification.Operations().SelectMany(operation => Of(specification, operation));

    private static IEnumerable<LintFinding> Of(Specification specification, OperationNode operation)
    {
        foreach (var (status, answer) in operation.Responses)
        {
            if (!Single().IsMatch(status)) yield return LintFinding.At(answer!, LintRule.Status, $"an answer {status} of {operation}");
            if (specification.Follow(answer) is not JObject node) continue;
            foreach (var media in OperationRules.Media(node)) yield return media;
            if (node["headers"]?["Peeker-Request-Id"] is null) yield return LintFinding.At(node, LintRule.RequestId, "an answer without the header");
        }

        if (operation.Successes is not [var (only, success)] || OperationNode.Json(success) is not { } json || json["schema"] is null)
        {
            yield return LintFinding.At(operation.Node["responses"] ?? operation.Node, LintRule.Success, $"{operation.Successes.Count} answers of success of {operation}, or one without JSON");
        }
        else
        {
            if (!OperationRules.HasExample(json)) yield return LintFinding.At(json, LintRule.Example, $"no example of the answer {only} of {operation}");
            if (Result(specification, operation, json) is { } wrong) yield return LintFinding.At(operation.Node["x-result"] ?? operation.Node, LintRule.Result, wrong);
        }

        foreach (var status in Expected(operation))
        {
            if (specification.Follow(operation.Responses[status]) is not JObject error) yield return LintFinding.At(operation.Node["responses"] ?? operation.Node, LintRule.Errors, $"{operation} without {status}");
            else if (Specification.SchemaName(OperationNode.Json(error)?["schema"]) != "ErrorEnvelope") yield return LintFinding.At(error, LintRule.Errors, "an answer of an error that is no ErrorEnvelope");
        }
    }

    private static IEnumerable<string> Expected(OperationNode operation) =>
        ((IEnumerable<string>)["401", "403", "429", "500", "503"]).Concat(operation.Body is not null || operation.Parameters.Count > 0 ? ["400"] : []).Concat(operation.HasPathParameter ? ["404"] : []);

    private static string? Result(Specification specification, OperationNode operation, JObject json)
    {
        var kind = operation.Text("x-result-kind");
        if (kind is not ("resource" or "page")) return $"{operation} with the kind {kind ?? "of nothing"}";
        var payload = (specification.Follow(json["schema"]) as JObject)?["properties"]?["data"] as JObject;
        var schema = Specification.SchemaName(kind == "page" ? payload?["items"] : payload);
        return schema is null || schema != operation.Text("x-result") ? $"{operation} with the result {operation.Text("x-result") ?? "of nothing"}, while the answer holds {schema ?? "nothing of the kind"}" : null;
    }

    [GeneratedRegex("^[1-5][0-9]{2}$")]
    private static partial Regex Single();
}
