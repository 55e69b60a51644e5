using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Drift;

/// <summary>Holds a documented value against the schema of it.</summary>
internal static class ShapeCheck
{
    public static List<Difference> Of(JToken value, Shape shape, string path = "")
    {
        if (shape.Branches.Count > 0) return shape.Branches.Where(b => Fits(value, b)).DefaultIfEmpty(shape.Branches[0]).Select(branch => Of(value, branch, path)).MinBy(found => found.Count)!;
        var found = new List<Difference>();
        var line = ((IJsonLineInfo)value).LineNumber;
        if (value is JValue { Value: string elided } && ElidedJson.IsElided(elided))
        {
            if (shape.Kinds.Contains("string") && shape.Pattern is { } prefix && !elided.StartsWith('<') && elided != ElidedJson.Elision && !Regex.IsMatch(elided, prefix)) Add(DriftKind.Value, Show(value), prefix);
            return found;
        }

        if (!Fits(value, shape))
        {
            Add(DriftKind.Type, Kind(value), shape.ToString());
            return found;
        }

        switch (value)
        {
            case JObject members when shape.Members.Count > 0:
                Members(members, shape, path, found);
                break;
            case JArray items:
                if (shape.Number("maxItems") < items.Count) Add(DriftKind.Limit, $"{items.Count} items", $"at most {shape.Number("maxItems")}");
                if (shape.Number("minItems") > items.Count && !items.Any(IsElision)) Add(DriftKind.Limit, $"{items.Count} items", $"at least {shape.Number("minItems")}");
                if (shape.Items is { } item) found.AddRange(items.Where(i => !IsElision(i)).SelectMany((v, i) => Of(v, item, $"{path}[{i}]")));
                break;
            case JValue { Type: not JTokenType.Null } scalar:
                if (shape.Enum is { Count: > 0 } values && !values.Contains(scalar.ToString(CultureInfo.InvariantCulture))) Add(DriftKind.Value, Show(value), string.Join(", ", values));
                else if (scalar.Value is string text && shape.Pattern is { } pattern && !Regex.IsMatch(text, pattern)) Add(DriftKind.Value, Show(value), pattern);
                else if (scalar.Value is string time && shape.Format == "date-time" && !DateTimeOffset.TryParse(time, null, out _)) Add(DriftKind.Value, Show(value), "date-time");
                else if (scalar.Value is BigInteger) Add(DriftKind.Limit, Show(value), "a number of at most 64 bits");
                else if (scalar.Type is JTokenType.Integer or JTokenType.Float && (shape.Number("minimum") > (decimal)scalar || shape.Number("maximum") < (decimal)scalar)) Add(DriftKind.Limit, Show(value), Range(shape));
                break;
        }

        return found;

        void Add(string kind, string docs, string specification) => found.Add(new(kind, line, $"{(path == "" ? "the body" : path)}: {docs}", specification));
    }

    private static void Members(JObject members, Shape shape, string path, List<Difference> found)
    {
        var partial = members.ContainsKey(ElidedJson.Elision);
        var known = shape.Members;
        var unknown = members.Properties().Where(p => p.Name != ElidedJson.Elision && !known.Contains(p.Name)).ToList();
        var missing = partial ? [] : shape.Required.Where(name => !members.ContainsKey(name)).ToList();
        foreach (var property in unknown)
        {
            // A member that is not known beside one that is missing and would take its value: it has another name now.
            var line = ((IJsonLineInfo)property).LineNumber;
            var renamed = missing.Find(name => Of(property.Value, shape.Member(name)!).Count == 0);
            if (renamed is null) found.Add(new(DriftKind.UnknownMember, line, Join(path, property.Name), "no such member"));
            else found.Add(new(DriftKind.RenamedMember, line, Join(path, property.Name), Join(path, renamed)));
            if (renamed is not null) missing.Remove(renamed);
        }

        foreach (var name in missing) found.Add(new(DriftKind.MissingMember, ((IJsonLineInfo)members).LineNumber, $"no {Join(path, name)}", $"{Join(path, name)} is required"));
        foreach (var property in members.Properties().Where(p => known.Contains(p.Name))) found.AddRange(Of(property.Value, shape.Member(property.Name)!, Join(path, property.Name)));
    }

    private static bool Fits(JToken value, Shape shape) =>
        shape.Kinds.Count == 0 || shape.Kinds.Contains(Kind(value)) || (Kind(value) == "integer" && shape.Kinds.Contains("number")) || (value is JValue { Value: string text } && ElidedJson.IsElided(text));

    private static string Kind(JToken value) => value.Type switch
    {
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        JTokenType.Integer => "integer",
        JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Null => "null",
        _ => "string",
    };

    private static bool IsElision(JToken value) => value is JValue { Value: ElidedJson.Elision };

    public static string Join(string path, string name) => path == "" ? name : $"{path}.{name}";

    public static string Range(Shape shape) => $"{shape.Number("minimum")} to {shape.Number("maximum")}";

    private static string Show(JToken value) => value.ToString(Formatting.None);
}
