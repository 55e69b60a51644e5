using System.Text.Json;
using System.Text.RegularExpressions;

namespace Peeker.Docs.Tests;

/// <summary>No page shows code that nobody runs.</summary>
public sealed partial class CodeTests
{
    [Fact]
    public void Every_block_of_CSharp_stands_in_a_test_or_a_sample()
    {
        var sources = Repository.Sources("tests", "samples", "benchmarks").Where(path => !path.Contains("Docs.Tests/CodeTests", StringComparison.Ordinal))
            .Select(path => Packed(Repository.Read(path))).ToList();
        var blocks = Blocks("csharp").Where(block => !RunByPackageTests(block)).ToList();
        Assert.True(blocks.Count > 50, $"{blocks.Count} blocks were found.");
        Assert.Empty(blocks.Where(block => !sources.Any(source => source.Contains(Packed(block.Text), StringComparison.Ordinal))).Select(block => $"{block}: no test has this code"));
    }

    [Fact]
    public void Every_block_of_JSON_is_JSON() => Assert.All(Blocks("json"), block =>
    {
        using var _ = JsonDocument.Parse(block.Text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = false });
    });

    [Fact]
    public void Every_command_names_a_project_or_a_script_that_is_there()
    {
        var named = Blocks("sh").Concat(Blocks("text")).SelectMany(block => Paths().Matches(block.Text).Select(match => (Block: block, Path: match.Value))).ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(name => !Path.Exists(Path.Combine(Repository.Root, name.Path))).Select(name => $"{name.Block}: {name.Path} is not there"));
    }

    private static IEnumerable<Block> Blocks(string language) => Repository.Pages().SelectMany(Block.Of).Where(block => block.Language == language);

    // The package tests take this program out of the page, and run it against the packed package.
    private static bool RunByPackageTests(Block block) => block.Page == "src/Peeker/README.md";

    private static string Packed(string code) => Space().Replace(code, "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"(?<=[ ""])(samples|tests|benchmarks|src|generator)/[\w./-]+")]
    private static partial Regex Paths();
}
