namespace Peeker.Generator.Tests.Drift;

/// <summary>Content that cannot be read: a finding on a page, one line for a specification.</summary>
public sealed class UnreadableTests
{
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");

    [Theory]
    [InlineData("paths:\n  /me:\n    get:\n      parameters:\n        - $ref: '#/components/parameters/X'\n", 8, "a fragment with a reference to #/components/parameters/X, which is not there")]
    [InlineData("paths:\n  /me:\n    get:\n      responses:\n        '200':\n          $ref: '#/components/responses/Y'\n", 9, "a fragment with a reference to #/components/responses/Y, which is not there")]
    [InlineData("paths:\n  /bundles:\n    post: hello\n", 5, "a fragment with POST /bundles, which is no operation")]
    [InlineData("paths:\n  - /bundles\n", 4, "a fragment with paths that are no mapping")]
    [InlineData("paths:\n  /bundles:\n    post:\n      requestBody:\n        content:\n          application/json:\n            schema:\n              properties:\n                name: { type: string }\n                monthly_sending_volume: { type: integer, maximum: many }\n              required: [name, monthly_sending_volume]\n", 13, "a fragment with maximum: many, which is no number")]
    [InlineData("paths:\n  /bundles:\n    post:\n      parameters: [ { in: query } ]\n", 5, "a fragment with a parameter of POST /bundles without a name")]
    [InlineData("paths:\n  /bundles:\n    get:\n      responses:\n        '200': { content: { application/json: { schema: { type: { a: 1 } } } } }\n", 3, "a fragment that is not OpenAPI")]
    public void A_fragment_is_reported_at_its_line(string fragment, int line, string docs)
    {
        var found = Assert.Single(Pages.Check("page.md", $"# Page\n\n```yaml\n{fragment}```\n"));
        Assert.Equal(("unreadable", line, docs), (found.Kind, found.Line, found.Docs));
    }

    [Fact]
    public void A_number_that_is_too_large_is_beyond_a_limit()
    {
        var found = Assert.Single(Pages.Check("page.md", "# Page\n\n```bash\ncurl -X POST https://api.peeker.ai/partner/v1/bundles -d '{\"name\":\"a\",\"monthly_sending_volume\":99999999999999999999999999999999999999}'\n```\n"));
        Assert.Equal(("limit", 4, "a number of at most 64 bits"), (found.Kind, found.Line, found.Specification));
    }

    [Fact]
    public void The_other_pages_are_still_checked()
    {
        using var folder = new Folder();
        folder.Write("a.md", "```yaml\npaths:\n  /bundles:\n    post: hello\n```\n");
        folder.Write("b.md", "Call `GET /quotes` first.\n");
        var call = new Call();
        Assert.Equal(1, call.Run("drift", folder.Path("a.md"), folder.Path("b.md"), "--spec", Specification));
        Assert.Contains("a.md:3: unreadable", call.Output, StringComparison.Ordinal);
        Assert.Contains("b.md:1: unknown-path", call.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("servers:\n  - url: https://api.peeker.ai/partner/v1\n", "x-servers:\n  - url: https://api.peeker.ai/partner/v1\n", "no address under servers", 0)]
    [InlineData("servers:\n  - url: https://api.peeker.ai/partner/v1\n    description:", "servers: https://api.peeker.ai/partner/v1\nx-servers:\n  - description:", "no address under servers", 1)]
    [InlineData("x-errors:\n", "x-errors:\n  - status: 400\n", "an entry of x-errors without a code or a status", 1)]
    [InlineData("x-errors:\n", "x-errors:\n  - foo\n", "an entry of x-errors without a code or a status", 1)]
    [InlineData("  /me:\n    get:\n", "  /me:\n    get: 3\n    x-get:\n", "GET /me, which is no operation", 1)]
    public void A_specification_that_is_none_is_one_line(string now, string then, string message, int located)
    {
        using var folder = new Folder();
        var page = folder.Write("page.md", "Call `GET /me` first.\n");
        var specification = folder.Write("spec.yaml", Edit.Replace(File.ReadAllText(Specification), now, then));
        var call = new Call();
        Assert.Equal(2, call.Run("drift", page, "--spec", specification));
        Assert.Contains(message, call.Error, StringComparison.Ordinal);
        Assert.StartsWith(specification + (located == 1 ? "(" : ":"), call.Error, StringComparison.Ordinal);
        Assert.Single(call.Error.TrimEnd().Split('\n'));
        Assert.Equal("", call.Output);
    }
}
