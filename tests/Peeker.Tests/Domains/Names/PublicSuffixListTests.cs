using System.Text.RegularExpressions;
using Peeker.Tests.Webhooks;

namespace Peeker.Tests.Domains.Names;

public sealed partial class PublicSuffixListTests
{
    private static readonly string[] File = System.IO.File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "src/Peeker/Domains/PublicSuffixes/icann.txt"));
    private static readonly string[] Rules = [.. File.Where(line => line[0] != '#')];

    [Theory]
    [InlineData("com", null)]
    [InlineData("acme.com", "acme.com")]
    [InlineData("b.acme.com", "acme.com")]
    [InlineData("a.b.acme.com", "acme.com")]
    [InlineData("nowhere", null)]
    [InlineData("acme.nowhere", "acme.nowhere")]
    [InlineData("a.b.acme.nowhere", "acme.nowhere")]
    [InlineData("uk.com", "uk.com")]
    [InlineData("acme.uk.com", "uk.com")]
    [InlineData("mm", null)]
    [InlineData("c.mm", null)]
    [InlineData("b.c.mm", "b.c.mm")]
    [InlineData("a.b.c.mm", "b.c.mm")]
    [InlineData("kyoto.jp", null)]
    [InlineData("ide.kyoto.jp", null)]
    [InlineData("a.b.ide.kyoto.jp", "b.ide.kyoto.jp")]
    [InlineData("c.kobe.jp", null)]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("city.kobe.jp", "city.kobe.jp")]
    [InlineData("www.city.kobe.jp", "city.kobe.jp")]
    [InlineData("k12.ak.us", null)]
    [InlineData("www.test.k12.ak.us", "test.k12.ak.us")]
    [InlineData("xn--fiqs8s", null)]
    [InlineData("www.xn--85x722f.xn--fiqs8s", "xn--85x722f.xn--fiqs8s")]
    public void The_root_is_found(string name, string? root)
    {
        var start = PublicSuffixList.Instance.RootOf(name);
        Assert.Equal(root, start < 0 ? null : name[start..]);
    }

    [Fact]
    public void Every_rule_decides_the_name_below_it()
    {
        foreach (var rule in Rules)
        {
            var exception = rule[0] == '!';
            var name = exception ? rule[1..] : "acme." + rule.Replace("*", "any", StringComparison.Ordinal);
            Assert.Equal(0, PublicSuffixList.Instance.RootOf(name));
            Assert.Equal(4, PublicSuffixList.Instance.RootOf("www." + name));
            if (!exception) Assert.Equal(-1, PublicSuffixList.Instance.RootOf(name[5..]));
        }
    }

    [Fact]
    public void The_file_is_sorted_and_says_its_licence_version_and_count()
    {
        Assert.Equal(Rules.Order(StringComparer.Ordinal), Rules);
        Assert.All(Rules, rule => Assert.Matches(Rule(), rule));
        Assert.Contains(File, line => line.Contains("Mozilla Public License, v. 2.0", StringComparison.Ordinal));
        Assert.Single(File, line => line.StartsWith("# version 20", StringComparison.Ordinal));
        Assert.Contains($"# rules {Rules.Length}", File);
        Assert.Equal(Rules.Length, PublicSuffixList.Instance.Count);
    }

    [GeneratedRegex(@"^(!|\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$")]
    private static partial Regex Rule();
}
