using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Drift;

/// <summary>The specification as pages are held against it.</summary>
internal sealed class Contract
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];
    private readonly JObject _document;

    private Contract(JObject document)
    {
        _document = document;
        Server = Address(document);
        Operations = [.. Of(document)];
        foreach (var (type, item) in document["x-webhooks"] as JObject ?? []) Events[type] = new(item!.SelectToken("post.requestBody.content['application/json'].schema"), document);
        foreach (var error in document["x-errors"] as JArray ?? [])
        {
            var (code, status) = ((error as JObject)?["code"], (error as JObject)?["status"]);
            if (code is not JValue { Value: string name } || status is not JValue { Value: long number and >= 100 and < 600 }) throw new MalformedException("an entry of x-errors without a code or a status", (code as JValue)?.Value as string ?? "x-errors:");
            Errors[name] = (int)number;
        }

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
        from path in Paths(document).Properties()
        let item = path.Value as JObject ?? throw new MalformedException($"the path {path.Name} without operations", path.Name)
        from method in item.Properties()
        where Methods.Contains(method.Name)
        select new Operation(method.Name, path.Name, item, method.Value as JObject ?? throw new MalformedException($"{method.Name.ToUpperInvariant()} {path.Name}, which is no operation", path.Name), document);

    private static JObject Paths(JObject document) => document["paths"] switch
    {
        null => [],
        JObject paths => paths,
        _ => throw new MalformedException("paths that are no mapping", "paths:"),
    };

    private static BaseAddress Address(JObject document) =>
        (document["servers"] as JArray)?.FirstOrDefault() is JObject server && server["url"] is JValue { Value: string url } && Uri.TryCreate(url, UriKind.Absolute, out _)
            ? new(url)
            : throw new MalformedException("no address under servers, which all calls begin with", "servers:");

    public static JObject ReadYaml(string yaml)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(YamlAsJson.Convert(yaml)))) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader) as JObject ?? throw new MalformedException("a root that is no mapping");
    }
}
