using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>One place of the specification that breaks a rule of ours.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Pointer">Where it is in the document.</param>
/// <param name="What">What is there.</param>
/// <param name="Remedy">What to write instead.</param>
internal sealed record LintFinding(string Rule, int Line, string Pointer, string What, string Remedy)
{
    public static LintFinding At(JToken node, LintRule rule, string what) => new(rule.Id, Specification.Line(node), Specification.Pointer(node), what, rule.Remedy);
}
