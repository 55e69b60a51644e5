using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Named schemas: classes, enums and unions.</summary>
internal static class SchemaDiff
{
    public static void Judge(Changes changes, Specification old, Specification now)
    {
        var positions = new Positions(old, now);
        foreach (var schema in now.Schemas.Properties())
        {
            if (old.Schemas[schema.Name] is JObject before) Both(changes, schema.Name, before, (JObject)schema.Value, positions.Of(schema.Name));
            else if (!IsEnvelope(schema.Value)) changes.Added(schema.Name, "a new type", schema.Value);
        }

        foreach (var schema in old.Schemas.Properties())
            if (now.Schemas[schema.Name] is null && !IsEnvelope(schema.Value)) changes.Removed(schema.Name, "the type is gone", schema.Value);
    }

    private static void Both(Changes changes, string name, JObject old, JObject now, Position position)
    {
        if (IsEnvelope(now))
        {
            Envelope(changes, name, old, now);
            return;
        }

        if (Kind(old) != Kind(now))
        {
            changes.Changed(ChangeClass.Breaking, name, $"it is {Kind(now)}; it was {Kind(old)}", now);
            return;
        }

        Values(changes, name, old, now);
        Branches(changes, name, old, now);
        Members(changes, name, old, now, position);
        if (Specification.Reference(old["allOf"]?[0]) != Specification.Reference(now["allOf"]?[0])) changes.Changed(ChangeClass.Breaking, name, "it has another base", now);
        LimitDiff.Judge(changes, name, old, now, position, now);
        Residue.Judge(changes, name, old, now, [.. LimitDiff.Keywords, "enum", "anyOf", "properties", "required", "allOf", "type"]);
    }

    // Unwrapped by code written by hand, which reads its members: one that may be absent, or holds something else, is refused there.
    private static void Envelope(Changes changes, string name, JObject old, JObject now)
    {
        var (before, after) = (Properties(old), Properties(now));
        var lost = Required(old).Except(Required(now)).ToList();
        var others = before.Where(member => after.GetValueOrDefault(member.Key) is { } schema && CSharpType.Of(member.Value) != CSharpType.Of(schema)).Select(member => member.Key).ToList();
        foreach (var member in before.Keys.Except(after.Keys)) changes.Changed(ChangeClass.Breaking, name, $"its member `{member}`, which is read, is gone", now);
        foreach (var member in lost.Where(after.ContainsKey)) changes.Changed(ChangeClass.Breaking, name, $"its member `{member}`, which is read, may be absent", now);
        foreach (var member in others) changes.Changed(ChangeClass.Breaking, name, $"its member `{member}` is `{CSharpType.Of(after[member])}`; it was `{CSharpType.Of(before[member])}`", now);
        if (lost.Count + others.Count == 0 && before.Keys.All(after.ContainsKey) && !JToken.DeepEquals(old, now)) changes.Changed(ChangeClass.Wording, name, "another envelope, which is unwrapped", now);
    }

    private static void Values(Changes changes, string name, JObject old, JObject now)
    {
        var (before, after) = (Texts(old["enum"]), Texts(now["enum"]));
        foreach (var value in after.Except(before)) changes.Added($"{name}.{CSharpName.Of(value)}", $"the value `{value}`", now["enum"]!);
        foreach (var value in before.Except(after)) changes.Removed($"{name}.{CSharpName.Of(value)}", $"the value `{value}` is gone", old["enum"]!);
    }

    private static void Branches(Changes changes, string name, JObject old, JObject now)
    {
        var (before, after) = (Set(old["anyOf"]), Set(now["anyOf"]));
        if (after.Except(before).Any()) changes.Changed(before.Except(after).Any() ? ChangeClass.Breaking : ChangeClass.Additive, name, "the type written by hand takes something else; see to it", now["anyOf"]!);
        else if (before.Except(after).Any()) changes.Changed(ChangeClass.Breaking, name, "the type written by hand takes less; see to it", now["anyOf"] ?? now);
    }

    private static void Members(Changes changes, string name, JObject old, JObject now, Position position)
    {
        var (before, after) = (Properties(old), Properties(now));
        var (wasRequired, isRequired) = (Required(old), Required(now));
        foreach (var (member, schema) in after)
        {
            var where = $"{name}.{CSharpName.Member(name, member)}";
            if (before.GetValueOrDefault(member) is { } earlier) MemberDiff.Judge(changes, where, earlier, schema, wasRequired.Contains(member), isRequired.Contains(member), position);
            else if (!isRequired.Contains(member)) changes.Added(where, $"a member of the type `{CSharpType.Of(schema)}`", schema);
            else changes.Added(where, $"a member of the type `{CSharpType.Of(schema)}` that must be set{(position == Position.Response ? " by code that makes the object itself" : "")}", schema, ChangeClass.Breaking);
        }

        foreach (var (member, schema) in before)
            if (!after.ContainsKey(member)) changes.Removed($"{name}.{CSharpName.Member(name, member)}", "the member is gone", schema);
        if (position.HasFlag(Position.Request) && !before.Keys.Intersect(after.Keys).SequenceEqual(after.Keys.Intersect(before.Keys))) changes.Changed(ChangeClass.Additive, name, "its members are sent in another order", now);
    }

    private static bool IsEnvelope(JToken schema) => (schema["properties"] as JObject ?? []).Properties().Any(member => member.Value["x-envelope"] is not null);

    private static string Kind(JObject schema)
    {
        if (schema["anyOf"] is not null) return "a union";
        if (schema["enum"] is not null) return CSharpType.Of(schema) is var type and not "string" ? $"an enum of {type}" : "an enum";
        var parts = Parts(schema).Select(part => (string?)part["type"]).Where(type => type is not null).ToList();
        return parts.TrueForAll(type => type == "object") && parts.Count > 0 ? "a class" : CSharpType.Of(schema);
    }

    private static Dictionary<string, JToken> Properties(JObject schema) => Parts(schema).SelectMany(part => (part["properties"] as JObject ?? []).Properties()).DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => member.Value);

    private static HashSet<string> Required(JObject schema) => [.. Parts(schema).SelectMany(part => Texts(part["required"]))];

    private static IEnumerable<JObject> Parts(JObject schema) => (schema["allOf"] as JArray ?? []).OfType<JObject>().Prepend(schema);

    private static List<string> Texts(JToken? list) => [.. (list as JArray ?? []).Select(value => (string?)value ?? "null")];

    private static HashSet<string> Set(JToken? list) => [.. (list as JArray ?? []).Select(value => value.ToString(Newtonsoft.Json.Formatting.None))];
}
