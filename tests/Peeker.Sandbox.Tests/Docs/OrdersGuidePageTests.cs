using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Tests.Docs;

/// <summary>docs/orders.md against the code it describes.</summary>
public sealed class OrdersGuidePageTests
{
    [Fact]
    public void Every_block_of_code_is_run()
    {
        var tests = Normalise(File.ReadAllText(Path.Combine(GuidePage.Root, "tests/Peeker.Sandbox.Tests/Docs/OrdersGuideTests.cs")));
        var blocks = GuidePage.CodeBlocksOf("orders.md", "csharp").ToList();
        Assert.True(blocks.Count >= 7, $"{blocks.Count} blocks were found.");
        Assert.All(blocks, block => Assert.Contains(Normalise(block), tests, StringComparison.Ordinal));
    }

    private static string Normalise(string code) => Regex.Replace(code, @"\s+", " ").Trim();
}
