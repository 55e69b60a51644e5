using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/webhook-signatures.md against the code it describes.</summary>
public sealed class WebhookSignaturesGuidePageTests
{
    private const string Page = "webhook-signatures.md";

    [Fact]
    public void Every_reason_and_every_cause_is_in_a_table()
    {
        var rows = Regex.Matches(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", Page)), @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(row => row.Groups[1].Value);
        Assert.Equal(Enum.GetNames<WebhookFailure>().Where(name => name != nameof(WebhookFailure.None)).Concat(Enum.GetNames<WebhookCause>()), rows);
    }
}
