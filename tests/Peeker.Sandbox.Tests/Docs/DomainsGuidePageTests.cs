using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/domains.md against the code it describes.</summary>
public sealed class DomainsGuidePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(GuidePage.Root, "docs", "domains.md"));

    [Fact]
    public void Every_block_of_code_is_run()
    {
        var tests = Normalise(File.ReadAllText(Path.Combine(GuidePage.Root, "tests/Peeker.Sandbox.Tests/Docs/DomainsGuideTests.cs")));
        var blocks = Regex.Matches(Page, "^```csharp\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline).Select(block => block.Groups[1].Value).ToList();
        Assert.Equal(7, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Normalise(block), tests, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_option_is_in_the_table() =>
        Assert.Equal(
            typeof(BulkOptions).GetProperties().Select(option => option.Name).Order(),
            Regex.Matches(Page, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order());

    private static string Normalise(string code) => Regex.Replace(code, @"\s+", " ").Trim();
}
