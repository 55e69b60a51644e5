using System.Text.RegularExpressions;
using Peeker.Tests.Orders;
using Peeker.Tests.Webhooks;

namespace Peeker.Tests.Domains.Names;

/// <summary>docs/domain-names.md against the code it describes.</summary>
public sealed class DomainNamesGuidePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "domain-names.md"));

    [Fact]
    public void Every_code_is_in_the_table_in_its_order() =>
        Assert.Equal(
            Enum.GetNames<DomainNameProblemCode>(),
            Regex.Matches(Page, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value));

    [Fact]
    public void The_page_and_the_notices_say_which_list_it_is_and_how_many_vectors_there_are()
    {
        var version = File.ReadLines(Path.Combine(RepositoryFolder.Path, "src/Peeker/Domains/PublicSuffixes/icann.txt")).Single(line => line.StartsWith("# version ", StringComparison.Ordinal))[10..];
        Assert.Contains($"The list is of {version}.", Page, StringComparison.Ordinal);
        Assert.Contains($"section, {version} |", File.ReadAllText(Path.Combine(RepositoryFolder.Path, "THIRD-PARTY-NOTICES.md")), StringComparison.Ordinal);
        Assert.Contains($"has {Vectors.Of("domain-names.json").Count} names", Page, StringComparison.Ordinal);
    }
}
