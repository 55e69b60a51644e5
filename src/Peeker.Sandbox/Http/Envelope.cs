using System.Text.Json;

namespace Peeker.Sandbox.Http;

/// <summary>Writes the objects around resources and errors.</summary>
internal static class Envelope
{
    public static byte[] Data<T>(T resource) => JsonBytes.Write(resource, static (json, resource) =>
    {
        json.WritePropertyName("data");
        JsonSerializer.Serialize(json, resource);
    });

    public static byte[] Error(ApiError error) => JsonBytes.Write(error, static (json, error) =>
    {
        json.WritePropertyName("error");
        JsonSerializer.Serialize(json, error);
    });

    public static byte[] Page<T>(IEnumerable<T> rows, PageLinks links, PageMeta meta) => JsonBytes.Write((rows, links, meta), static (json, page) =>
    {
        json.WriteStartArray("data");
        foreach (var row in page.rows) JsonSerializer.Serialize(json, row);
        json.WriteEndArray();
        json.WritePropertyName("links");
        JsonSerializer.Serialize(json, page.links);
        json.WritePropertyName("meta");
        JsonSerializer.Serialize(json, page.meta);
    });
}
