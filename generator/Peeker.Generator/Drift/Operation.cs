using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Drift;

/// <summary>One operation of the specification.</summary>
internal sealed class Operation
{
    private readonly Dictionary<string, Shape> _parameters = [];

    public Operation(string method, string path, JObject item, JObject node, JObject document)
    {
        Method = method.ToUpperInvariant();
        Path = path;
        if (node["requestBody"] is JObject body)
        {
            Request = new(body.SelectToken("content['application/json'].schema"), document);
            BodyIsRequired = (bool?)body["required"] == true;
        }

        foreach (var parameter in (item["parameters"] as JArray ?? []).Concat(node["parameters"] as JArray ?? []).Select(p => Follow(p, document)))
        {
            if (parameter["name"] is not JValue { Value: string name }) throw new MalformedException($"a parameter of {this} without a name", Path);
            if ((string?)parameter["in"] == "query") Query[name] = new(parameter["schema"], document);
            if ((string?)parameter["in"] == "query" && (bool?)parameter["required"] == true) RequiredQuery.Add(name);
            if ((string?)parameter["in"] == "path") _parameters[name] = new(parameter["schema"], document);
        }

        foreach (var (status, response) in node["responses"] as JObject ?? [])
            Responses[status] = new(Follow(response!, document).SelectToken("content['application/json'].schema"), document);
    }

    public string Method { get; }

    public string Path { get; }

    public Shape? Request { get; }

    public bool BodyIsRequired { get; }

    public Dictionary<string, Shape> Query { get; } = [];

    public HashSet<string> RequiredQuery { get; } = [];

    public Dictionary<string, Shape> Responses { get; } = [];

    public KeyValuePair<string, Shape> Success => Responses.FirstOrDefault(r => r.Key.StartsWith('2'));

    /// <summary>How well a documented path is this one: null if it is not, otherwise the number of segments that only a parameter takes.</summary>
    public int? Match(string path)
    {
        var mine = Path.Trim('/').Split('/');
        var theirs = path.Trim('/').Split('/');
        if (mine.Length != theirs.Length) return null;
        var parameters = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            if (!mine[i].StartsWith('{'))
            {
                if (mine[i] != theirs[i]) return null;
                continue;
            }

            parameters++;
            var placeholder = theirs[i].StartsWith('{') || theirs[i].StartsWith(':') || ElidedJson.IsElided(theirs[i]);
            if (!placeholder && _parameters.GetValueOrDefault(mine[i].Trim('{', '}'))?.Pattern is { } pattern && !Regex.IsMatch(theirs[i], pattern)) return null;
        }

        return parameters;
    }

    public override string ToString() => $"{Method} {Path}";

    private static JObject Follow(JToken node, JObject document)
    {
        if (node is not JObject found) throw new MalformedException($"{Shortened(node)} in the place of a parameter or an answer", (node as JValue)?.Value as string);
        if (found["$ref"] is not JValue { Value: string reference }) return found;
        return (reference.StartsWith("#/", StringComparison.Ordinal) ? reference[2..].Split('/') : []).Aggregate((JToken?)document, (at, name) => (at as JObject)?[name]) is JObject target && target != document
            ? target
            : throw new MalformedException($"a reference to {reference}, which is not there", reference);
    }

    private static string Shortened(JToken node) => node.ToString(Newtonsoft.Json.Formatting.None) is { Length: > 40 } text ? text[..40] + "…" : node.ToString(Newtonsoft.Json.Formatting.None);
}
