using System.Net;

namespace Peeker.Sandbox.Tests;

public sealed class PagingTests
{
    [Fact]
    public async Task Pages_are_newest_first_and_end_with_a_null()
    {
        await using var lab = await Lab.StartAsync();
        var made = new List<string>();
        for (var count = 0; count < 5; count++) made.Insert(0, await lab.BundleForTwo());
        var path = lab.Sandbox.BaseAddress + "bundles";
        var first = await lab.Get("bundles?per_page=2&status=active");
        Assert.Equal("{data[" + Answer.ShapeOf(first.Data[0]) + "],links{first,next},meta{path,per_page,returned}}", first.Shape);
        Assert.Equal($"{path}?status=active&per_page=2", first.Body.GetProperty("links").GetProperty("first").GetString());
        Assert.Equal($$"""{"path":"{{path}}","per_page":2,"returned":2}""", first.Body.GetProperty("meta").GetRawText());
        var seen = new List<string>();
        var page = first;
        while (true)
        {
            seen.AddRange(page.Data.EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            if (seen.Count == 2) await lab.BundleForTwo();
            if (page.Body.GetProperty("links").GetProperty("next").GetString() is not { } next) break;
            Assert.StartsWith(path + "?", next, StringComparison.Ordinal);
            page = await lab.Get(next);
        }

        Assert.Equal(made, seen);
    }

    [Fact]
    public async Task A_row_deleted_between_two_pages_does_not_lose_the_place()
    {
        await using var lab = await Lab.StartAsync();
        var oldest = await lab.BundleForTwo();
        var middle = await lab.BundleForTwo();
        await lab.BundleForTwo();
        var page = await lab.Get("bundles?per_page=2");
        await lab.Delete($"bundles/{middle}");
        var next = await lab.Get(page.Body.GetProperty("links").GetProperty("next").GetString()!);
        Assert.Equal(oldest, Assert.Single(next.Is(HttpStatusCode.OK).Data.EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Without_a_size_a_page_has_25_rows_and_says_so()
    {
        await using var lab = await Lab.StartAsync();
        for (var count = 0; count < 26; count++) await lab.BundleForTwo();
        var page = await lab.Get("bundles");
        Assert.Equal(25, page.Data.GetArrayLength());
        Assert.Equal(lab.Sandbox.BaseAddress + "bundles?per_page=25", page.Body.GetProperty("links").GetProperty("first").GetString());
    }

    [Fact]
    public async Task The_pending_list_is_of_open_actions_unless_told_otherwise()
    {
        await using var lab = await Lab.StartAsync();
        var page = await lab.Get("orders/pending");
        Assert.Equal(lab.Sandbox.BaseAddress + "orders/pending?status=open&per_page=25", page.Body.GetProperty("links").GetProperty("first").GetString());
        Assert.Equal(0, page.Data.GetArrayLength());
    }

    [Theory]
    [InlineData("bundles?per_page=0", "per_page")]
    [InlineData("bundles?per_page=101", "per_page")]
    [InlineData("bundles?per_page=many", "per_page")]
    [InlineData("bundles?per_page=", "per_page")]
    [InlineData("bundles?per_page=99999999999", "per_page")]
    [InlineData("bundles?page_token=", "page_token")]
    [InlineData("bundles?page_token=%%%", "page_token")]
    [InlineData("bundles?page_token=bm9wZQ", "page_token")]
    [InlineData("bundles?page_token=eyJhZnRlciI6eyJhIjoxfX0", "page_token")]
    [InlineData("bundles?page_token=%F0%9F%98%80", "page_token")]
    [InlineData("bundles?status=deleted", "status")]
    [InlineData("orders?status=unheard", "status")]
    [InlineData("orders?user_id=bun_1", "user_id")]
    [InlineData("orders?user_email=nobody", "user_email")]
    [InlineData("domains?category=other", "category")]
    [InlineData("domains?usable_for=yahoo", "usable_for")]
    [InlineData("orders/pending?status=other", "status")]
    [InlineData("domains/import", "domains")]
    [InlineData("domains/import?domains=", "domains")]
    public async Task A_wrong_query_is_named(string path, string field)
    {
        await using var lab = await Lab.StartAsync();
        (await lab.Get(path)).Refuses(400, "invalid_request", field);
    }
}
