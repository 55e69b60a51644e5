using System.Text.Json;

namespace Peeker.Tests.Orders;

/// <summary>A file of openapi/vectors, as the build embeds it.</summary>
internal static class Vectors
{
    public static IReadOnlyList<JsonElement> Of(string file)
    {
        using var stream = typeof(Vectors).Assembly.GetManifestResourceStream(file)!;
        var document = JsonDocument.Parse(stream).RootElement;
        Assert.Equal(1, document.GetProperty("version").GetInt32());
        return [.. document.GetProperty("vectors").EnumerateArray()];
    }
}
