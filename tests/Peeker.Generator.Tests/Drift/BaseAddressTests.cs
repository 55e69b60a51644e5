namespace Peeker.Generator.Tests.Drift;

/// <summary>Another host, version or path before the operations, and addresses that are no calls of this API.</summary>
public sealed class BaseAddressTests
{
    [Theory]
    [InlineData("https://api.peeker.com/partner/v1/me")]
    [InlineData("https://partner-api.peeker.ai/api/partner/v2/me")]
    [InlineData("https://api.peeker.ai/partner/v10/me")]
    [InlineData("https://api.peeker.ai/v1/me")]
    [InlineData("https://api.peeker.ai/me")]
    [InlineData("https://api.example.com/partner/v1/me")]
    [InlineData("http://api.peeker.ai/partner/v1/me")]
    public void Another_base_address_is_reported_where_it_stands(string address)
    {
        string[] pages = [$"# Page\n\n```bash cURL\ncurl \"{address}\" -H \"Authorization: Bearer x\"\n```\n", $"# Page\n\nThe key is shown\nby GET {address}.\n"];
        foreach (var page in pages)
        {
            var found = Assert.Single(Pages.Check("page.md", page));
            Assert.Equal(("base-url", 4, address), (found.Kind, found.Line, found.Docs));
        }
    }

    [Theory]
    [InlineData("All calls go to `https://api.peeker.ai` with TLS 1.2. Status: https://api.peeker.ai/health")]
    [InlineData("The base address is https://api.peeker.ai/partner/v1.")]
    [InlineData("In the [portal](https://app.peeker.com/partner/webhooks), https://app.peeker.com/partner/webhooks.")]
    [InlineData("```bash cURL\ncurl \"https://server.smartlead.ai/api/v1/client/?api_key=x\"\n```")]
    [InlineData("```bash cURL\ncurl \"https://server.smartlead.ai/domains/availability\"\n```")]
    [InlineData("Smartlead lists them under GET https://server.smartlead.ai/api/v1/client.")]
    public void An_address_that_is_no_call_of_the_API_is_not(string text) => Assert.Empty(Pages.Check("page.md", $"# Page\n\n{text}\n"));
}
