using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace Peeker.Sandbox.Tests;

/// <summary>Holds answers and events against the specification with NJsonSchema, which shares no code with the sandbox's own checks.</summary>
internal static class SpecificationJudge
{
    private static readonly JsonObject Document = Load();
    private static readonly ConcurrentDictionary<string, JsonSchema> Schemas = new();

    public static IEnumerable<string> OperationIds => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Where(member => member.Value is JsonObject).Select(method => method.Value!["operationId"]!.GetValue<string>()));

    /// <summary>What a vendor extension says about an operation; null without it.</summary>
    public static string? Extension(string operationId, string name) => Document["paths"]!.AsObject()
        .SelectMany(path => path.Value!.AsObject().Select(member => member.Value)).OfType<JsonObject>()
        .Single(operation => operation["operationId"]!.GetValue<string>() == operationId)[name]?.ToString();

    /// <summary>An undocumented path or status must still answer the error envelope.</summary>
    public static void Judge(string method, string path, int status, byte[] body)
    {
        var schema = SchemaOf(method, path, status) ?? (status >= 400 ? "ErrorEnvelope" : throw new InvalidOperationException($"{method} {path} documents no {status}"));
        Judge(schema, body);
    }

    public static void Judge(string schema, byte[] body)
    {
        var errors = Schemas.GetOrAdd(schema, Compile).Validate(Encoding.UTF8.GetString(body));
        Assert.True(errors.Count == 0, $"{schema}: {string.Join("; ", errors)} in {Encoding.UTF8.GetString(body)}");
    }

    private static string? SchemaOf(string method, string path, int status)
    {
        var segments = path.TrimStart('/').Split('/');
        var operation = Document["paths"]!.AsObject()
            .Where(candidate => Fits(candidate.Key.TrimStart('/').Split('/'), segments))
            .OrderBy(candidate => candidate.Key.Count(character => character == '{'))
            .Select(candidate => candidate.Value![method.ToLowerInvariant()])
            .FirstOrDefault(found => found is not null);
        var response = operation?["responses"]?[status.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        if (response?["$ref"] is { } reference) response = Document["components"]!["responses"]![reference.GetValue<string>().Split('/')[^1]];
        return response?["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];
    }

    private static bool Fits(string[] template, string[] segments) =>
        template.Length == segments.Length && template.Zip(segments).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);

    private static JsonSchema Compile(string name)
    {
        var document = new JsonObject
        {
            ["definitions"] = Document["components"]!["schemas"]!.DeepClone(),
            ["allOf"] = new JsonArray(new JsonObject { ["$ref"] = $"#/definitions/{name}" }),
        };
        foreach (var schema in document["definitions"]!.AsObject()) Translate(schema.Value!, strict: schema.Value!["x-abstract"] is null && schema.Value["allOf"] is null);
        return JsonSchema.FromJsonAsync(document.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)).GetAwaiter().GetResult();
    }

    // From OpenAPI 3.0 to JSON Schema. Strict: an answer may hold nothing that the specification does not name.
    private static void Translate(JsonNode node, bool strict)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Translate(item!, strict);
        }

        if (node is not JsonObject schema) return;
        schema.Remove("example");
        if (schema["nullable"]?.GetValueKind() == System.Text.Json.JsonValueKind.True) schema["type"] = new JsonArray(schema["type"]!.DeepClone(), "null");
        if (strict && schema["properties"] is JsonObject && schema["type"] is JsonValue) schema["additionalProperties"] = false;
        foreach (var (name, value) in schema.ToList())
        {
            if (value is null || name is "required" or "enum" or "type") continue;
            if (name == "properties")
            {
                foreach (var member in value.AsObject().ToList()) Translate(member.Value!, strict);
            }
            else
            {
                Translate(value, strict);
            }
        }
    }

    private static JsonObject Load()
    {
        using var stream = typeof(SpecificationJudge).Assembly.GetManifestResourceStream("peeker.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
