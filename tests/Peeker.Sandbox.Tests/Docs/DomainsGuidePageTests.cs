using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/domains.md against the code it describes.</summary>
public sealed class DomainsGuidePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "domains.md"));

    [Fact]
    public void Every_option_is_in_the_table() =>
        Assert.Equal(
            typeof(BulkOptions).GetProperties().Select(option => option.Name).Order(),
            Regex.Matches(Page, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value).Order());
}
