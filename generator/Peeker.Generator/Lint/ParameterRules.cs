using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Parameters as the templates put them into an address.</summary>
internal static partial class ParameterRules
{
    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        foreach (var operation in specification.Operations())
        {
            foreach (var parameter in operation.Parameters)
                if (Problem(specification, parameter) is { } wrong) yield return LintFinding.At(parameter, LintRule.Parameter, $"{parameter["name"]}: {wrong}");
            foreach (Match hole in Holes().Matches(operation.Path))
                if (!operation.Parameters.Any(parameter => (string?)parameter["in"] == "path" && (string?)parameter["name"] == hole.Groups[1].Value)) yield return LintFinding.At(operation.Node, LintRule.Parameter, $"{operation} does not say what {hole.Value} is");
        }
    }

    private static string? Problem(Specification specification, JObject parameter)
    {
        var schema = specification.Schema(parameter["schema"]) ?? [];
        switch ((string?)parameter["in"])
        {
            case "path" when (string?)schema["type"] == "string" && Prefix().IsMatch((string?)schema["pattern"] ?? ""): return null;
            case "path": return "a path parameter that is no id with a prefix";
            case "query" when (string?)schema["type"] == "array":
                return (bool?)parameter["explode"] == false && (string?)schema["items"]?["type"] == "string" && schema["items"]!["enum"] is null ? null : "a list that is not joined by commas";
            case "query": return (string?)schema["type"] is "string" or "integer" or "boolean" ? null : "a query parameter of another type";
            case var place: return $"a parameter in {place ?? "nothing"}";
        }
    }

    [GeneratedRegex(@"^\^[a-z]+_\.\+$")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\{([^}]*)\}")]
    private static partial Regex Holes();
}
