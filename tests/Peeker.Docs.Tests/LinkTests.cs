using System.Text.RegularExpressions;

namespace Peeker.Docs.Tests;

/// <summary>Every link inside of the repository leads somewhere, to the heading too.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_to_a_file_or_a_heading_leads_there()
    {
        var links = Repository.Pages().SelectMany(page => Links().Matches(WithoutCode(Repository.Read(page))).Select(match => (Page: page, Target: match.Groups[1].Value)))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal)).ToList();
        Assert.True(links.Count > 30, $"{links.Count} links were found.");
        Assert.Empty(links.Where(link => !Leads(link.Page, link.Target)).Select(link => $"{link.Page}: {link.Target} leads nowhere"));
    }

    [Theory]
    [InlineData("README.md", "docs/webhooks.md#the-inbox", true)]
    [InlineData("README.md", "docs/webhooks.md#no-such-heading", false)]
    [InlineData("README.md", "docs/none.md", false)]
    [InlineData("docs/webhooks.md", "#pitfalls", true)]
    public void A_link_leads_somewhere_or_not(string page, string target, bool leads) => Assert.Equal(leads, Leads(page, target));

    private static bool Leads(string page, string target)
    {
        var (file, heading) = target.Split('#') is [var first, var second] ? (first, second) : (target, null);
        var path = file.Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, file)));
        if (!Path.Exists(Path.Combine(Repository.Root, path))) return false;
        return heading is null || Headings().Matches(WithoutCode(Repository.Read(path))).Any(match => Anchor(match.Groups[1].Value) == heading);
    }

    // As code hosts make them: lower case, without punctuation, a hyphen for each space.
    private static string Anchor(string heading) => Punctuation().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    private static string WithoutCode(string text) => Fences().Replace(text, "");

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();

    [GeneratedRegex("^( *)```.*?^\\1```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();
}
