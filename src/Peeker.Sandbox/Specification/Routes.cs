using System.Text.Json;
using Peeker.Sandbox.Http;

namespace Peeker.Sandbox.Specification;

/// <summary>Finds the operation of a request. Paths with fewer holes come first, so that <c>/orders/pending</c> is no order's id.</summary>
internal static class Routes
{
    public const string BasePath = "/partner/v1";

    public static IReadOnlyList<Route> All { get; } = [.. Read().OrderBy(route => route.Segments.Count(segment => segment == Route.Hole))];

    public static RouteMatch Find(string method, string path)
    {
        if (!path.StartsWith(BasePath + "/", StringComparison.Ordinal)) return default;
        var segments = path[(BasePath.Length + 1)..].Split('/');
        var (found, parameter, methods) = ((Route?)null, "", (string?)null);
        foreach (var route in All)
        {
            // A literal path that lacks the method is not looked for again behind a hole.
            if (found is not null && !ReferenceEquals(route.Segments, found.Segments)) continue;
            if (route.Match(segments) is not { } part) continue;
            if (route.Method == method) return new(route, part, null);
            (found, parameter) = (route, part);
            methods = methods is null ? route.Method : $"{methods}, {route.Method}";
        }

        return new(null, parameter, methods);
    }

    private static IEnumerable<Route> Read()
    {
        foreach (var path in SpecificationDocument.Root.GetProperty("paths").EnumerateObject())
        {
            var segments = path.Name[1..].Split('/').Select(segment => segment.StartsWith('{') ? Route.Hole : segment).ToArray();
            foreach (var method in path.Value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object))
                yield return Read(method.Name.ToUpperInvariant(), segments, method.Value);
        }
    }

    private static Route Read(string method, string[] segments, JsonElement operation)
    {
        var parameters = operation.TryGetProperty("parameters", out var declared) ? declared.EnumerateArray().Select(SpecificationDocument.Resolve).ToList() : [];
        var id = parameters.Find(parameter => parameter.GetProperty("in").GetString() == "path");
        var body = operation.TryGetProperty("requestBody", out var node) ? SpecificationDocument.Resolve(node) : (JsonElement?)null;
        return new(
            operation.GetProperty("operationId").GetString()!,
            method,
            segments,
            new(operation.GetProperty("x-preset").GetString()!),
            operation.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture)).First(status => status < 300),
            id.ValueKind == JsonValueKind.Object ? Schema.Of(id.GetProperty("schema")) : null,
            [.. parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => (
                parameter.GetProperty("name").GetString()!,
                parameter.TryGetProperty("required", out var required) && required.GetBoolean(),
                Schema.Of(parameter.GetProperty("schema"))))],
            body is { } content ? Schema.Of(content.GetProperty("content").GetProperty("application/json").GetProperty("schema")) : null,
            body is { } optional && optional.TryGetProperty("required", out var must) && must.GetBoolean());
    }
}
