using System.Net;
using System.Text.Json;

namespace Peeker.Sandbox.Tests;

/// <summary>What came back, after the judge has looked at it.</summary>
internal sealed record Answer(int Status, JsonElement Body, HttpResponseMessage Message)
{
    public JsonElement Data => Body.GetProperty("data");

    public string Code => Body.GetProperty("error").GetProperty("code").GetString()!;

    public string? Field => Body.GetProperty("error").TryGetProperty("field", out var name) ? name.GetString() : null;

    public JsonElement Details => Body.GetProperty("error").GetProperty("details");

    public string Id => Data.GetProperty("id").GetString()!;

    /// <summary>The names of the members in their order, whole tree: <c>data{id,effective{google_percent}}</c>.</summary>
    public string Shape => ShapeOf(Body);

    public Answer Is(HttpStatusCode status)
    {
        Assert.Equal((int)status, Status);
        return this;
    }

    public void Refuses(int status, string code, string? field)
    {
        Assert.Equal((status, code, field), (Status, Status < 400 ? "none" : Code, Status < 400 ? "none" : Field));
    }

    public static string ShapeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", value.EnumerateObject().Select(member => member.Name + ShapeOf(member.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join("|", value.EnumerateArray().Select(ShapeOf).Distinct()) + "]",
        _ => "",
    };
}
