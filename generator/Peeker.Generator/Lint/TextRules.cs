using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Sentences that become documentation comments or strings of C#, and the marks of assumptions.</summary>
internal static class TextRules
{
    private static readonly char[] Markup = ['<', '>', '&', '\n', '\r'];
    private static readonly char[] Quoting = ['"', '\\'];

    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        foreach (var member in Sentences(specification.Root))
        {
            if (member.Value is not JValue { Value: string text }) continue;
            if (text.IndexOfAny(Markup) >= 0) yield return LintFinding.At(member.Value, LintRule.Text, $"a {member.Name} with {Shown(text[text.IndexOfAny(Markup)])}");
            // This one stands in a string literal.
            else if (member.Name == "x-outcome" && text.IndexOfAny(Quoting) >= 0) yield return LintFinding.At(member.Value, LintRule.Text, "an x-outcome with a quote or a backslash");
        }

        foreach (var mark in LintReport.Marks(specification))
            if (mark.Value is not JValue { Value: string { Length: > 0 } }) yield return LintFinding.At(mark.Value, LintRule.Assumed, "an assumption that says nothing");
    }

    private static IEnumerable<JProperty> Sentences(JToken node) => node switch
    {
        JObject members => members.Properties().SelectMany(p => p.Name is "example" or "examples" ? [] : p.Name is "description" or "summary" or "x-assumption" or "x-outcome" ? [p] : Sentences(p.Value)),
        JArray list => list.SelectMany(Sentences),
        _ => [],
    };

    private static string Shown(char sign) => sign is '\n' or '\r' ? "a line break" : sign.ToString();
}
