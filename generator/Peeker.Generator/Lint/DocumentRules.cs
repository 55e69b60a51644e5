using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>The document as a whole: its version, its references, its extensions.</summary>
internal static class DocumentRules
{
    private static readonly HashSet<string> Extensions =
    [
        "x-result", "x-result-kind", "x-query", "x-replay", "x-replay-pause-seconds", "x-outcome", "x-preset", "x-poll-seconds", "x-ends", "x-docs", "x-envelope", "x-tri-state",
        "x-sensitive", "x-event", "x-event-rank", "x-abstract", "x-webhooks", "x-webhook-signature", "x-errors", "x-assumption",
    ];

    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        var version = specification.Root["openapi"];
        if (version is not JValue { Value: string text } || !text.StartsWith("3.0.", StringComparison.Ordinal))
            yield return LintFinding.At(version ?? specification.Root, LintRule.Version, version is null ? "no version" : $"the version {version}");

        foreach (var member in Members(specification.Root))
        {
            if (member.Name == "$ref" && !Leads(specification, member.Value)) yield return LintFinding.At(member.Value, LintRule.Reference, $"a reference to {member.Value}, which is not there");
            else if (member.Name == "$ref" && LeadsBack(specification, member.Parent!)) yield return LintFinding.At(member.Value, LintRule.Reference, $"a reference to {member.Value}, which leads back here");
            if (member.Name.StartsWith("x-", StringComparison.Ordinal) && !Extensions.Contains(member.Name)) yield return LintFinding.At(member.Value, LintRule.Extension, $"the extension {member.Name}, of which nothing comes");
        }
    }

    /// <summary>Every member of the document, without what stands in examples and below names that are the document's own.</summary>
    private static IEnumerable<JProperty> Members(JToken node) => node switch
    {
        JObject members => members.Properties().SelectMany(p => p.Name is "example" or "examples" ? [] : IsNameTable(members) ? Members(p.Value) : Members(p.Value).Prepend(p)),
        JArray list => list.SelectMany(Members),
        _ => [],
    };

    // Below these a name is a header, a schema, a member of an object: not a keyword.
    private static bool IsNameTable(JObject node) => node.Parent is JProperty { Name: "properties" or "headers" or "schemas" or "responses" or "parameters" };

    // Only what a schema is counts: a member may well have the type that it stands in.
    private static bool LeadsBack(Specification specification, JToken from)
    {
        var seen = new HashSet<JToken>(ReferenceEqualityComparer.Instance);
        var open = new Queue<JToken>(Behind(from));
        while (open.TryDequeue(out var node))
        {
            if (ReferenceEquals(node, from)) return true;
            if (seen.Add(node)) foreach (var next in Behind(node)) open.Enqueue(next);
        }

        return false;

        // A list of tokens that is a token itself would hold copies.
        IEnumerable<JToken> Behind(JToken node)
        {
            if (Specification.Reference(node) is not { } reference) return (node as JObject)?["allOf"] as JArray ?? Enumerable.Empty<JToken>();
            return specification.At(reference) is { } target ? Enumerable.Repeat(target, 1) : [];
        }
    }

    private static bool Leads(Specification specification, JToken reference) => reference is JValue { Value: string pointer } && specification.At(pointer) is not null;
}
