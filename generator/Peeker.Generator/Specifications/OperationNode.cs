using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Specifications;

/// <summary>One operation of the specification.</summary>
internal sealed record OperationNode(Specification Specification, string Method, string Path, JObject Node)
{
    public string? Id => Text("operationId");

    /// <summary>Parameters with their references followed; those of the path item first.</summary>
    public IReadOnlyList<JObject> Parameters => [.. Lists().SelectMany(list => list).Select(Specification.Follow).OfType<JObject>()];

    public JObject? Body => Specification.Follow(Node["requestBody"]) as JObject;

    public JObject Responses => Node["responses"] as JObject ?? [];

    /// <summary>The answers that tell of success.</summary>
    public IReadOnlyList<(string Status, JObject Node)> Successes =>
        [.. Responses.Properties().Where(p => p.Name.StartsWith('2')).Select(p => (p.Name, Specification.Follow(p.Value) as JObject ?? []))];

    public bool HasPathParameter => Path.Contains('{', StringComparison.Ordinal);

    public string? Text(string member) => Node[member] is JValue { Value: string text } ? text : null;

    /// <summary>The JSON content of a body or an answer.</summary>
    public static JObject? Json(JObject? holder) => holder?["content"]?["application/json"] as JObject;

    public override string ToString() => $"{Method} {Path}";

    private IEnumerable<JArray> Lists() => new[] { Node.Parent?.Parent?["parameters"], Node["parameters"] }.OfType<JArray>();
}
