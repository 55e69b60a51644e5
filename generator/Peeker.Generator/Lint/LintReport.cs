using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>What the rules say about a specification, in the order of its lines.</summary>
internal sealed record LintReport(IReadOnlyList<LintFinding> Findings, IReadOnlyList<Assumption> Assumptions)
{
    private static readonly Func<Specification, IEnumerable<LintFinding>>[] Rules =
        [DocumentRules.Check, TextRules.Check, SchemaRules.Check, TypeRules.Check, LimitRules.Check, ObjectRules.Check, OperationRules.Check, AnswerRules.Check, ExtensionRules.Check, ParameterRules.Check, EventRules.Check];

    public static LintReport Of(Specification specification) => new(
        [.. Rules.SelectMany(rules => rules(specification)).Distinct().OrderBy(finding => finding.Line).ThenBy(finding => finding.Rule, StringComparer.Ordinal)],
        [.. Marks(specification).Where(mark => mark.Value is JValue { Value: string }).Select(mark => new Assumption(Specification.Line(mark.Value), Specification.Pointer(mark.Value), (string)mark.Value!))]);

    /// <summary>Every x-assumption of the document.</summary>
    internal static IEnumerable<JProperty> Marks(Specification specification) => specification.Root.DescendantsAndSelf().OfType<JProperty>().Where(p => p.Name == "x-assumption");
}
