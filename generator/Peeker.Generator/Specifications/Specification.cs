using Newtonsoft.Json.Linq;
using YamlDotNet.Core;

namespace Peeker.Generator.Specifications;

/// <summary>The specification as a tree whose nodes know their line and pointer.</summary>
internal sealed class Specification
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private Specification(JObject root) => Root = root;

    public JObject Root { get; }

    public JObject Schemas => Root.SelectToken("components.schemas") as JObject ?? [];

    /// <exception cref="YamlException">The text is not one YAML document, or its root is no mapping.</exception>
    public static Specification Parse(string yaml) => new(YamlAsTokens.Read(yaml));

    /// <summary>Every operation below <c>paths</c>, in the order of the document.</summary>
    public IEnumerable<OperationNode> Operations() =>
        from path in (Root["paths"] as JObject ?? []).Properties()
        from method in (path.Value as JObject ?? []).Properties()
        where Methods.Contains(method.Name) && method.Value is JObject
        select new OperationNode(this, method.Name.ToUpperInvariant(), path.Name, (JObject)method.Value);

    /// <summary>Event types with the schema of their deliveries.</summary>
    public IEnumerable<(string Type, JObject Node, JToken? Schema)> Events() =>
        (Root["x-webhooks"] as JObject ?? []).Properties().Where(item => item.Value is JObject)
            .Select(item => (item.Name, (JObject)item.Value, item.Value.SelectToken("post.requestBody.content['application/json'].schema")));

    /// <summary>Follows references; null where one leads nowhere.</summary>
    public JToken? Follow(JToken? node)
    {
        for (var steps = 0; Reference(node) is { } reference; steps++) node = steps < 20 ? At(reference) : null;
        return node;
    }

    /// <summary>The node at a local pointer such as <c>#/components/schemas/Bundle</c>; null if there is none.</summary>
    public JToken? At(string pointer) => pointer.StartsWith("#/", StringComparison.Ordinal)
        ? pointer[2..].Split('/').Aggregate((JToken?)Root, (node, name) => Step(node, name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        : null;

    /// <summary>The name of the schema that a node refers to, by itself or through an <c>allOf</c> of one; null if it does not.</summary>
    public static string? SchemaName(JToken? node)
    {
        if (Reference((node as JObject)?["allOf"] is JArray { Count: 1 } single ? single[0] : node) is not { } reference) return null;
        const string schemas = "#/components/schemas/";
        return reference.StartsWith(schemas, StringComparison.Ordinal) ? reference[schemas.Length..] : null;
    }

    /// <summary>The schema behind a reference or an <c>allOf</c> of one; null where it leads nowhere.</summary>
    public JObject? Schema(JToken? node) => Follow((Follow(node) as JObject)?["allOf"] is JArray { Count: 1 } single ? single[0] : node) as JObject;

    public static string? Reference(JToken? node) => (node as JObject)?["$ref"] is JValue { Value: string reference } ? reference : null;

    public static int Line(JToken token) => YamlAsTokens.LineOf(token);

    public static string Pointer(JToken token) => "#" + string.Concat(token.AncestorsAndSelf().Reverse().Select(Part));

    private static string Part(JToken token) => token.Parent switch
    {
        JProperty property => "/" + property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal),
        JArray list => "/" + list.IndexOf(token),
        _ => "",
    };

    private static JToken? Step(JToken? node, string name) => node switch
    {
        JObject members => members[name],
        JArray list when int.TryParse(name, out var index) && index < list.Count => list[index],
        _ => null,
    };
}
