using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Peeker.Generator.Tests.Drift;

namespace Peeker.Generator.Tests.Commands;

public sealed class CommandLineTests
{
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");

    [Theory]
    [InlineData("json")]
    [InlineData("lint")]
    [InlineData("drift")]
    [InlineData("diff")]
    [InlineData("changelog")]
    public void Help_names_every_command_and_how_it_ends(string command)
    {
        var call = new Call();
        Assert.Equal(0, call.Run("--help"));
        Assert.Contains($"  {command} ", call.Output, StringComparison.Ordinal);
        Assert.Contains("Ends with 0", call.Output, StringComparison.Ordinal);
        Assert.Equal(0, call.Run(command, "--help"));
        Assert.Equal("", call.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("no-such-command")]
    [InlineData("drift")]
    [InlineData("json", "one.yaml")]
    [InlineData("drift", "pages", "--no-such-option")]
    public void A_wrong_call_ends_with_2_and_writes_no_result(params string[] args)
    {
        var call = new Call();
        Assert.Equal(2, call.Run(args));
        Assert.Equal("", call.Output);
        Assert.Contains("--help", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_specification_becomes_JSON()
    {
        using var folder = new Folder();
        Assert.Equal(0, new Call().Run("json", Specification, folder.Path("peeker.json")));
        using var document = JsonDocument.Parse(File.ReadAllBytes(folder.Path("peeker.json")));
        Assert.Equal("3.0.3", document.RootElement.GetProperty("openapi").GetString());
    }

    [Fact]
    public void What_is_no_YAML_is_told_with_its_line()
    {
        using var folder = new Folder();
        var file = folder.Write("broken.yaml", "openapi: 3.0.3\ninfo: [\n");
        var call = new Call();
        Assert.Equal(2, call.Run("json", file, folder.Path("peeker.json")));
        Assert.StartsWith($"{file}(3,1): error PEEKER002: ", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Path("peeker.json")));
    }

    [Fact]
    public void A_file_that_is_not_there_is_named()
    {
        var call = new Call();
        Assert.Equal(2, call.Run("drift", Pages.Folder, "--spec", "none.yaml"));
        Assert.Contains("none.yaml: error PEEKER002", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_work_tells_how_far_it_is_and_not_in_the_result()
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(0.6) };
        var call = new Call(clock);
        Assert.Equal(0, call.Run("drift", Pages.Folder, "--spec", Specification));
        Assert.Matches(@"^\d of 7 pages", call.Error);
        Assert.DoesNotContain("of 7", call.Output, StringComparison.Ordinal);
        var quick = new Call(new FakeTimeProvider());
        Assert.Equal(0, quick.Run("drift", Pages.Folder, "--spec", Specification));
        Assert.Equal("", quick.Error);
    }
}
