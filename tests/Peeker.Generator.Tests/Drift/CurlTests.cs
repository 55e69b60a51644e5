using Peeker.Generator.Drift;

namespace Peeker.Generator.Tests.Drift;

/// <summary>Ordinary calls of curl in their many forms.</summary>
public sealed class CurlTests
{
    private const string Address = "https://api.peeker.ai/partner/v1";

    [Theory]
    [InlineData("curl -sX POST \"URL/domains/availability\" -d '{\"domains\":[\"a.com\"]}'")]
    [InlineData("curl -sSLXPOST URL/domains/availability -d '{\"domains\":[\"a.com\"]}'")]
    [InlineData("curl -A \"acme/1.0\" \"URL/me\"")]
    [InlineData("curl -b a=b -e https://acme.com --cacert ca.pem URL/me")]
    [InlineData("curl -X POST URL/orders -d @order.json")]
    [InlineData("curl -X POST URL/domains/availability -d @- <<EOF\n{\"domains\":[\"a.com\"]}\nEOF")]
    [InlineData("curl URL/bundles -d status=active -G")]
    [InlineData("curl -sG URL/bundles -d status=active")]
    public void A_call_that_fits_reports_nothing(string shell) => Assert.Empty(Check(shell));

    [Theory]
    [InlineData("curl -sX POST URL/quotes", "unknown-path", 4)]
    [InlineData("ID=$(curl -s URL/quotes -H 'Authorization: Bearer x')", "unknown-path", 4)]
    [InlineData("curl URL/bundles -d status=deleted -G", "wrong-value", 4)]
    [InlineData("curl -X POST URL/domains/availability -d @- <<'EOF'\n{\n\"names\":[\"a.com\"]}\nEOF\ncurl URL/me", "renamed-member", 6)]
    public void One_that_does_not_is_found_at_its_line(string shell, string kind, int line)
    {
        var found = Assert.Single(Check(shell));
        Assert.Equal((kind, line), (found.Kind, found.Line));
    }

    [Theory]
    [InlineData("Response with 500 domains", "200 OK")]
    [InlineData("Response 200", "HTTP 200")]
    public void A_figure_in_a_title_is_a_status_where_it_stands_for_one(params string[] titles)
    {
        foreach (var title in titles)
        {
            var answer = $"\n```\n\n```json {title}\n{{\"data\":{{\"domains\":[]}}}}";
            Assert.Empty(Check($"curl -X POST URL/domains/availability -d '{{\"domains\":[\"a.com\"]}}'{answer}"));
        }
    }

    private static IReadOnlyList<DriftFinding> Check(string shell) => Pages.Check("page.md", $"# Page\n\n```bash cURL\n{shell.Replace("URL", Address, StringComparison.Ordinal)}\n```\n");
}
