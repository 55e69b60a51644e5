using System.Net;
using RichardSzalay.MockHttp;

namespace Peeker.Tests.Http;

public class PagingTests
{
    [Fact]
    public async Task Rows_come_page_after_page_by_token_alone()
    {
        using var stub = new Stub();
        // The links point elsewhere: only their token may be used.
        stub.Mock.Expect("https://api.peeker.ai/partner/v1/swaps?per_page=2").Respond(_ => Page("\"https://elsewhere.example/x?page_token=a%2Bb%3D&per_page=9\"", "swp_1", "swp_2"));
        stub.Mock.Expect("https://api.peeker.ai/partner/v1/swaps?per_page=2&page_token=a%2Bb%3D").Respond(_ => Page("null", "swp_3"));
        var ids = new List<string>();
        await foreach (var swap in stub.Client.Swaps.ListAsync(new() { PerPage = 2 })) ids.Add(swap.Id);
        Assert.Equal(["swp_1", "swp_2", "swp_3"], ids);
        stub.Mock.VerifyNoOutstandingExpectation();
    }

    [Fact]
    public async Task A_token_that_comes_again_ends_the_list()
    {
        using var stub = new Stub();
        var requests = 0;
        stub.Mock.When("*").Respond(_ =>
        {
            requests++;
            return Page("\"https://api.peeker.ai/partner/v1/swaps?page_token=same\"", "swp_1");
        });
        var rows = 0;
        await foreach (var swap in stub.Client.Swaps.ListAsync()) rows++;
        Assert.Equal((2, 2), (requests, rows));
    }

    [Fact]
    public async Task A_link_without_a_token_is_no_end_of_the_list()
    {
        using var stub = new Stub();
        stub.Mock.When("*").Respond(_ => Page("\"https://api.peeker.ai/partner/v1/swaps?cursor=t\"", "swp_1"));
        var thrown = await Assert.ThrowsAsync<PeekerResponseException>(async () =>
        {
            await foreach (var swap in stub.Client.Swaps.ListAsync()) Assert.NotNull(swap);
        });
        Assert.Equal("links.next", thrown.Member);
    }

    [Fact]
    public async Task A_page_says_where_it_goes_on()
    {
        using var stub = new Stub();
        stub.Mock.When("*").Respond(_ => Page("\"https://api.peeker.ai/partner/v1/swaps?per_page=25&page_token=t1\"", "swp_1"));
        var page = await stub.Client.Swaps.ListPageAsync();
        Assert.Equal(("t1", 1, "swp_1"), (page.NextPageToken, page.Data.Count, page.Data[0].Id));
    }

    [Fact]
    public async Task An_enumeration_ends_with_either_token()
    {
        using var stub = new Stub();
        stub.Mock.When("*").Respond(_ => Page("\"https://api.peeker.ai/partner/v1/swaps?page_token=t\"", "swp_1"));
        using var call = new CancellationTokenSource();
        using var enumeration = new CancellationTokenSource();
        foreach (var source in new[] { call, enumeration })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var swap in stub.Client.Swaps.ListAsync(cancellationToken: call.Token).WithCancellation(enumeration.Token)) await source.CancelAsync();
            });
        }
    }

    private static HttpResponseMessage Page(string next, params string[] ids)
    {
        var rows = string.Join(',', ids.Select(id =>
            $$"""{"id":"{{id}}","type":"standard","domain_id":"dom_1","replacement_domain":"b.com","status":"created","created_at":"2026-05-08T12:00:00Z"}"""));
        return Stub.Json(HttpStatusCode.OK, $$$"""
            {"data":[{{{rows}}}],"links":{"first":"https://api.peeker.ai/partner/v1/swaps?per_page=25","next":{{{next}}}},
            "meta":{"path":"https://api.peeker.ai/partner/v1/swaps","per_page":25,"returned":{{{ids.Length}}}}}
            """);
    }
}
