using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Peeker.Retry;
using Peeker.Tests.Orders;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>openapi/vectors/error-mapping.json: what an answer that is no success means, in every language.</summary>
public class ErrorVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("error-mapping.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_answer_means_what_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        using var stub = new Stub();
        stub.Mock.When("*").Respond(_ =>
        {
            var answer = new HttpResponseMessage((HttpStatusCode)input.GetProperty("status").GetInt32()) { Content = new StringContent(input.GetProperty("body").GetString()!, Encoding.UTF8, "application/json") };
            if (input.TryGetProperty("retry_after", out var wait)) answer.Headers.Add("Retry-After", wait.GetString());
            return answer;
        });

        var thrown = await Assert.ThrowsAnyAsync<PeekerException>(() => stub.Client.Me.GetAsync());

        Assert.Equal(
            (Text("kind"), Text("code"), Text("field"), Text("member"), Text("failure"), Text("wait_seconds")),
            (KindOf(thrown), Code(thrown), (thrown as PeekerApiException)?.Field, (thrown as PeekerResponseException)?.Member, JsonNamingPolicy.SnakeCaseLower.ConvertName(Failure.Of(thrown).Kind.ToString()),
                (thrown as PeekerApiException)?.RetryAfter?.TotalSeconds.ToString(CultureInfo.InvariantCulture)));
        var details = (thrown as PeekerApiException)?.Details is { } figures ? JsonNode.Parse(JsonSerializer.Serialize(figures)) : null;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected.GetProperty("details").GetRawText()), details), $"{details?.ToJsonString()}");

        string? Text(string member) => expected.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : null;
    }

    [Fact]
    public void Each_kind_has_a_vector() => Assert.Equal(10, All.Select(vector => vector.GetProperty("expect").GetProperty("kind").GetString()).Distinct().Count());

    private static string? Code(PeekerException thrown) => thrown is PeekerApiException { Code.Value.Length: > 0 } api ? api.Code.Value : null;

    private static string KindOf(PeekerException thrown) => thrown switch
    {
        PeekerInvalidRequestException => "invalid_request",
        PeekerUnauthorizedException => "unauthorized",
        PeekerForbiddenException => "forbidden",
        PeekerNotFoundException => "not_found",
        PeekerRateLimitedException => "rate_limited",
        PeekerOrderShapeConflictException => "order_shape_conflict",
        PeekerDomainCountMismatchException => "domain_count_mismatch",
        PeekerServerException => "server",
        PeekerApiException => "other",
        PeekerResponseException => "malformed",
        _ => thrown.GetType().Name,
    };
}
