using System.Text.Json;
using Peeker.Http;
using Peeker.Tests.Orders;

namespace Peeker.Tests.Http;

/// <summary>openapi/vectors/encoding.json: how path and query are written, in every language.</summary>
public class EncodingVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("encoding.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_target_is_written_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        if (expected.TryGetProperty("refused", out var parameter)) Assert.Equal(parameter.GetString(), Assert.Throws<ArgumentException>(() => Target(input)).ParamName);
        else Assert.Equal(expected.GetProperty("target").GetString(), Target(input));
    }

    private static string Target(JsonElement input)
    {
        var path = input.GetProperty("path").GetString()!;
        if (input.TryGetProperty("ids", out var ids))
        {
            foreach (var id in ids.EnumerateObject())
                path = path.Replace($"{{{id.Name}}}", RequestTarget.Id(id.Value.GetProperty("value").GetString()!, id.Value.GetProperty("prefix").GetString()!, id.Name), StringComparison.Ordinal);
        }

        var target = new RequestTarget(path);
        if (!input.TryGetProperty("query", out var query)) return target.ToString();
        return query.EnumerateArray().Aggregate(target, (written, pair) => written.With(pair[0].GetString()!, Value(pair[1]))).ToString();
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.Array => value.Deserialize<string[]>(),
        _ => null,
    };
}
