namespace Peeker.Packages.Tests;

/// <summary>The tool as somebody installs it: from the feed, called by its name.</summary>
[Collection(nameof(Packed))]
[Trait("Category", "Long")]
public sealed class ToolTests(PackedFeed feed)
{
    [Fact]
    public async Task The_tool_is_installed_from_a_feed_plans_and_sells_a_bundle()
    {
        using var folder = new Folder();
        feed.Configure(folder.Path);
        await Command.DotnetAsync(folder.Path, "tool", "install", "Peeker.Cli", "--version", feed.Version, "--tool-path", "tools");
        var peeker = folder[Path.Combine("tools", OperatingSystem.IsWindows() ? "peeker.exe" : "peeker")];
        Assert.StartsWith("19 domains for 25,000 e-mails a month", await Command.RunAsync(folder.Path, peeker, ["plan", "--volume", "25000"], null), StringComparison.Ordinal);
        Assert.Contains("order.completed", await Command.RunAsync(folder.Path, peeker, ["quickstart"], null), StringComparison.Ordinal);
        Assert.StartsWith(feed.Version, await Command.RunAsync(folder.Path, peeker, ["--version"], null), StringComparison.Ordinal);
    }
}
