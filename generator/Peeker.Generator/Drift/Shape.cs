using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Drift;

/// <summary>A schema with its references followed and its <c>allOf</c> merged; reads OpenAPI 3.0 and 3.1.</summary>
internal sealed class Shape
{
    private readonly JObject _document;
    private readonly JObject _merged = [];

    public Shape(JToken? schema, JObject document)
    {
        _document = document;
        if (schema is JObject node) Merge(node, 0);
        var types = _merged["type"] is JArray several ? several.Select(t => (string)t!) : _merged["type"] is { } one ? [(string)one!] : [];
        Kinds = [.. types];
        if (Kinds.Count == 0 && _merged["properties"] is not null) Kinds.Add("object");
        if ((bool?)_merged["nullable"] == true) Kinds.Add("null");
        Branches = [.. ((_merged["anyOf"] ?? _merged["oneOf"]) as JArray ?? []).Select(branch => new Shape(branch, document))];
        foreach (var branch in Branches) Kinds.UnionWith(branch.Kinds);
    }

    /// <summary>The JSON types that a value may have, <c>null</c> among them.</summary>
    public HashSet<string> Kinds { get; }

    public IReadOnlyList<Shape> Branches { get; }

    public IReadOnlyList<string> Enum => [.. (_merged["enum"] as JArray ?? (_merged["const"] is { } only ? [only] : [])).Where(v => v.Type != JTokenType.Null).Select(v => v.ToString())];

    public HashSet<string> Required => [.. (_merged["required"] as JArray ?? []).Select(v => (string)v!)];

    public string? Pattern => (string?)_merged["pattern"];

    public string? Format => (string?)_merged["format"];

    public JToken? Default => _merged["default"];

    public Shape? Items => _merged["items"] is { } items ? new(items, _document) : null;

    /// <summary>Names of the members of the object, also of those that only one branch of a union has.</summary>
    public IReadOnlyList<string> Members => [.. Own.Concat(Branches.SelectMany(b => b.Members)).Distinct()];

    private IEnumerable<string> Own => (_merged["properties"] as JObject)?.Properties().Select(p => p.Name) ?? [];

    public Shape? Member(string name) => _merged["properties"]?[name] is { } schema
        ? new(schema, _document)
        : Branches.Select(branch => branch.Member(name)).FirstOrDefault(found => found is not null);

    /// <summary>The member at a path such as <c>personas[].first_name</c>; lists are looked into by themselves.</summary>
    public Shape? At(string path)
    {
        var here = this;
        foreach (var name in path.Replace("[]", "", StringComparison.Ordinal).Split('.'))
        {
            while (here.Items is { } item) here = item;
            if (here.Member(name) is not { } next) return null;
            here = next;
        }

        return here;
    }

    /// <exception cref="MalformedException">It is there and is no number.</exception>
    public decimal? Number(string keyword) => (_merged[keyword] as JValue)?.Value switch
    {
        long whole => whole,
        decimal exact => exact,
        double real => (decimal)real,
        null => null,
        var other => throw new MalformedException($"{keyword}: {other}, which is no number", $"{keyword}: {other}"),
    };

    /// <summary>Like "integer, null": what the value may be, in words.</summary>
    public override string ToString() => Kinds.Count == 0 ? "anything" : string.Join(", ", Kinds.Order(StringComparer.Ordinal));

    private void Merge(JObject node, int depth)
    {
        if (depth > 20) return;
        if ((string?)node["$ref"] is { } reference)
        {
            if (Pointer(reference) is JObject target) Merge(target, depth + 1);
            return;
        }

        foreach (var part in (node["allOf"] as JArray ?? []).OfType<JObject>()) Merge(part, depth + 1);
        foreach (var (name, value) in node)
        {
            if (name == "allOf" || value is null) continue;
            if (name is "properties" or "required" && _merged[name] is JContainer before) before.Merge(value, new() { MergeArrayHandling = MergeArrayHandling.Union });
            else _merged[name] = value.DeepClone();
        }
    }

    private JToken? Pointer(string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate((JToken?)_document, (node, name) => (node as JObject)?[name])
        : null;
}
