namespace Peeker.Generator.Tests.Commands;

/// <summary>Specifications that are YAML and not what they must be: a finding or one line, never a stack trace.</summary>
public sealed class MalformedTests
{
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");

    [Theory]
    [InlineData("maxItems: 50", "maxItems: many", 1)]
    [InlineData("servers:\n  - url: https://api.peeker.ai/partner/v1\n    description:", "servers: https://api.peeker.ai/partner/v1\nx-assumption:", 1)]
    [InlineData("x-errors:\n", "x-errors:\n  - foo\n", 0)]
    [InlineData("x-errors:\n", "x-errors:\n  - status: 400\n", 0)]
    [InlineData("enum: [active, archived]", "enum: [active, archived, null]", 0)]
    [InlineData("      schema:\n        type: integer\n        format: int32\n        minimum: 1\n        maximum: 100\n        default: 25\n", "", 1)]
    [InlineData("      operationId: Bundles_Get\n", "      operationId: null\n", 1)]
    public void A_node_of_another_kind_breaks_no_command(string now, string then, int difference)
    {
        using var folder = new Folder();
        var changed = folder.Write("changed.yaml", Edit.Replace(File.ReadAllText(Specification), now, then));
        var diff = new Call();
        Assert.Equal((difference, ""), (diff.Run("diff", Specification, changed), diff.Error));
        var lint = new Call();
        Assert.InRange(lint.Run("lint", changed, "--no-assumptions"), 0, 1);
        Assert.Equal("", lint.Error);
    }

    [Fact]
    public void What_no_part_expects_is_one_line_with_the_file()
    {
        using var folder = new Folder();
        var changed = folder.Write("changed.yaml", Edit.Replace(File.ReadAllText(Specification), "format: int64", "format: [int64]", "    Bundle:"));
        foreach (var args in new string[][] { ["lint", changed], ["diff", Specification, changed], ["vectors", "--spec", changed, "--out", Path.GetDirectoryName(changed)!] })
        {
            var call = new Call();
            Assert.Equal((2, ""), (call.Run(args), call.Output));
            Assert.Contains($"{changed}: error PEEKER002: It is no specification", call.Error, StringComparison.Ordinal);
            Assert.Single(call.Error.TrimEnd().Split('\n'));
        }
    }

    [Theory]
    [InlineData("missing/CHANGELOG.md")]
    [InlineData(".")]
    public void A_changelog_that_cannot_be_written_is_named(string name)
    {
        using var folder = new Folder();
        var call = new Call();
        var changed = folder.Write("changed.yaml", Edit.Replace(File.ReadAllText(Specification), "maxItems: 50", "maxItems: 60"));
        Assert.Equal(2, call.Run("diff", Specification, changed, "--changelog", folder.Path(name)));
        Assert.StartsWith($"{folder.Path(name)}: error PEEKER002: The changelog cannot be written", call.Error, StringComparison.Ordinal);
        Assert.Single(call.Error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("lint", "--json", "--bogus")]
    [InlineData("diff", "a.yaml", "--bogus")]
    [InlineData("json", "--bogus", "a.json")]
    public void A_mistyped_option_is_not_taken_for_a_file(params string[] args)
    {
        var call = new Call();
        Assert.Equal(2, call.Run(args));
        Assert.Contains("There is no option --bogus.", call.Error, StringComparison.Ordinal);
    }
}
