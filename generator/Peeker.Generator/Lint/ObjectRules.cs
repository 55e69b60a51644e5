using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Named objects: their members, as the templates make a class of them.</summary>
internal static class ObjectRules
{
    private const int Bits = 64;

    // Members that every class has by itself.
    private static readonly string[] Taken = ["AdditionalMembers", "ToString", "Equals", "GetHashCode", "GetType", "ReadJson", "WriteJson", "Members"];

    public static IEnumerable<LintFinding> Check(Specification specification)
    {
        foreach (var named in specification.Schemas.Properties())
        {
            if (!CSharpName.IsIdentifier(named.Name)) yield return LintFinding.At(named.Value, LintRule.Name, $"a schema whose name is none of C#: {named.Name}");
            var parts = named.Value["allOf"] is JArray several ? several.OfType<JObject>() : [];
            foreach (var finding in parts.Prepend(named.Value as JObject ?? []).SelectMany(schema => Members(specification, named.Name, schema))) yield return finding;
        }
    }

    private static IEnumerable<LintFinding> Members(Specification specification, string name, JObject schema)
    {
        var members = (schema["properties"] as JObject ?? []).Properties().ToList();
        if (members.Count > Bits) yield return LintFinding.At(schema["properties"]!, LintRule.MemberCount, $"{members.Count} members");
        foreach (var same in members.GroupBy(member => CSharpName.Member(name, member.Name)))
        {
            var member = same.Last();
            if (same.Count() > 1) yield return LintFinding.At(member.Value, LintRule.Name, $"{member.Name}, whose name in C# another member has");
            else if (Taken.Contains(same.Key) || !CSharpName.IsIdentifier(same.Key)) yield return LintFinding.At(member.Value, LintRule.Name, $"{member.Name}, which gives no member of C#");
        }

        foreach (var required in schema["required"] as JArray ?? [])
            if (!members.Exists(member => member.Name == (string?)required)) yield return LintFinding.At(required, LintRule.Required, $"{required}, which the schema does not have");
        foreach (var (member, value) in members.Select(member => (member.Name, member.Value)))
        {
            if (value["x-sensitive"] is { } sensitive && (sensitive as JValue)?.Value is not ("secret" or "personal")) yield return LintFinding.At(sensitive, LintRule.Sensitive, $"a sensitivity of {sensitive}");
            if (RefersToNullableUnion(specification, value) && (bool?)value["x-tri-state"] != true) yield return LintFinding.At(value, LintRule.TriState, $"{member}, whose union may be null");
        }

        var wrapped = members.Where(member => member.Value["x-envelope"] is not null).Select(member => member.Name).ToList();
        if (!wrapped.SequenceEqual(name == "ErrorEnvelope" ? ["error"] : IsEnvelope(name) ? ["data"] : [])) yield return LintFinding.At(schema, LintRule.Envelope, $"an envelope with {(wrapped.Count == 0 ? "no payload" : "the payload " + string.Join(", ", wrapped))}");
    }

    private static bool IsEnvelope(string schema) => schema.EndsWith("Envelope", StringComparison.Ordinal) || schema.EndsWith("Page", StringComparison.Ordinal);

    // The generator does not hand the nullability of a branch on.
    private static bool RefersToNullableUnion(Specification specification, JToken member) =>
        Specification.SchemaName(member) is { } union && (specification.Schemas[union]?["anyOf"] as JArray ?? []).Any(branch => (bool?)branch["nullable"] == true);
}
