using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Drift;

/// <summary>The specification as pages are held against it.</summary>
internal sealed class Contract
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly JObject _document;

    private Contract(JObject document)
    {
        _document = document;
        Server = new((string)document["servers"]![0]!["url"]!);
        Operations = [.. Of(document)];
        foreach (var (type, item) in document["x-webhooks"] as JObject ?? []) Events[type] = new(item!.SelectToken("post.requestBody.content['application/json'].schema"), document);
        foreach (var error in document["x-errors"] as JArray ?? []) Errors[(string)error["code"]!] = (int)error["status"]!;
        Families = [.. Events.Keys.Select(type => type.Split('.')[0]).Distinct()];
    }

    public BaseAddress Server { get; }

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>Schema of the whole delivery for each event type.</summary>
    public Dictionary<string, Shape> Events { get; } = [];

    /// <summary>Status for each error code.</summary>
    public Dictionary<string, int> Errors { get; } = [];

    /// <summary>First halves of the event types.</summary>
    public HashSet<string> Families { get; }

    public Shape ErrorEnvelope => new(_document.SelectToken("components.schemas.ErrorEnvelope"), _document);

    public static Contract Parse(string yaml) => new(ReadYaml(yaml));

    /// <summary>The number at a path of the document, null if there is none.</summary>
    public decimal? Number(string path) => (decimal?)_document.SelectToken(path);

    /// <summary>Operations that a text names, without calls of somebody else's addresses.</summary>
    public IEnumerable<(string Method, string Path, int Index)> Named(string text) => Mentions.In(text).Where(m => !Server.IsForeign(m.Address)).Select(m => (m.Method, Mentions.Tail(m.Address), m.Index));

    public Operation? Find(string method, string path) => Operations
        .Where(operation => operation.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
        .Select(operation => (operation, match: operation.Match(path)))
        .Where(pair => pair.match is not null)
        .OrderBy(pair => pair.match)
        .FirstOrDefault().operation;

    public static IEnumerable<Operation> Of(JObject document) =>
        from path in (document["paths"] as JObject ?? []).Properties()
        from method in ((JObject)path.Value).Properties()
        where Methods.Contains(method.Name)
        select new Operation(method.Name, path.Name, (JObject)path.Value, (JObject)method.Value, document);

    public static JObject ReadYaml(string yaml)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(YamlAsJson.Convert(yaml)))) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }
}
