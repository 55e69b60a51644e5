using System.Text.Json;

namespace Peeker.Sandbox.Specification;

/// <summary>openapi/peeker.yaml as the build embeds it. The routes and the checks of requests are read from it.</summary>
internal static class SpecificationDocument
{
    public static JsonElement Root { get; } = Load();

    /// <summary>Follows <c>$ref</c>.</summary>
    public static JsonElement Resolve(JsonElement node)
    {
        while (node.TryGetProperty("$ref", out var reference))
        {
            node = Root;
            foreach (var segment in reference.GetString()![2..].Split('/')) node = node.GetProperty(segment);
        }

        return node;
    }

    private static JsonElement Load()
    {
        using var stream = typeof(SpecificationDocument).Assembly.GetManifestResourceStream("peeker.json")!;
        return JsonDocument.Parse(stream).RootElement;
    }
}
