using System.Text.RegularExpressions;

namespace Peeker.Generator.Tests.Commands;

/// <summary>The page for maintainers: its commands of this tool, run as written.</summary>
public sealed partial class RegeneratePageTests
{
    [Fact]
    public void Every_command_of_the_page_does_what_it_says()
    {
        using var checkout = new Checkout();
        checkout.Replace("maxItems: 50", "maxItems: 60");
        var commands = Command().Matches(File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "regenerate.md"))).Select(match => match.Groups[1].Value.Split(' ')).ToList();
        Assert.Equal(["drift", "lint", "vectors", "changelog"], commands.Select(words => words[0]));
        var endings = commands.Select(words => (words[0], Run(checkout, words))).ToList();
        // The pages still say 50.
        Assert.Equal([("drift", 1), ("lint", 0), ("vectors", 0), ("changelog", 0)], endings);
        Assert.Contains("it was `50`", File.ReadAllText(checkout.Changelog), StringComparison.Ordinal);
    }

    private static int Run(Checkout checkout, string[] words) => Program.Run(checkout.Folder, "dotnet", [Path.Combine(AppContext.BaseDirectory, "Peeker.Generator.dll"), .. words]).Code;

    [GeneratedRegex("^dotnet run --project generator/Peeker.Generator -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
