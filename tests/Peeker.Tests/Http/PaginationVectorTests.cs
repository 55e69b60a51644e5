using System.Net;
using System.Text.Json;
using Peeker.Tests.Orders;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

/// <summary>openapi/vectors/pagination.json: how a list is followed, in every language.</summary>
public class PaginationVectorTests
{
    private static readonly IReadOnlyList<JsonElement> All = Vectors.Of("pagination.json");

    public static TheoryData<string> Names => [.. All.Select(vector => vector.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_list_is_followed_as_the_vector_says(string name)
    {
        var vector = All.Single(vector => vector.GetProperty("name").GetString() == name);
        var (input, expected) = (vector.GetProperty("input"), vector.GetProperty("expect"));
        var (targets, rows, failedAt) = (new List<string>(), new List<string>(), default(string));
        using var stub = new Stub();
        stub.Mock.When("*").Respond(request =>
        {
            var page = input.GetProperty("pages")[targets.Count];
            targets.Add(request.RequestUri!.AbsoluteUri[PeekerClientOptions.DefaultBaseAddress.AbsoluteUri.TrimEnd('/').Length..].TrimStart('/'));
            return Stub.Json(HttpStatusCode.OK, Body(page));
        });
        try
        {
            await foreach (var swap in stub.Client.Swaps.ListAsync(new() { PerPage = input.TryGetProperty("per_page", out var size) ? size.GetInt32() : null })) rows.Add(swap.Id);
        }
        catch (PeekerResponseException malformed)
        {
            failedAt = malformed.Member;
        }

        Assert.Equal(Texts("targets"), targets);
        Assert.Equal(Texts("rows"), rows);
        Assert.Equal(expected.GetProperty("failed_at").GetString(), failedAt);

        IEnumerable<string?> Texts(string member) => expected.GetProperty(member).EnumerateArray().Select(text => text.GetString());
    }

    private static string Body(JsonElement page) => JsonSerializer.Serialize(new
    {
        data = page.GetProperty("rows").EnumerateArray().Select(id => new { id = id.GetString(), type = "standard", domain_id = "dom_1", status = "created" }),
        links = new { first = "https://api.peeker.ai/partner/v1/swaps", next = page.GetProperty("next").GetString() },
        meta = new { path = "https://api.peeker.ai/partner/v1/swaps", per_page = 25, returned = page.GetProperty("rows").GetArrayLength() },
    });
}
