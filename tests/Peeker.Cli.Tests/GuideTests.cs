using System.Globalization;
using System.Text.RegularExpressions;

namespace Peeker.Cli.Tests;

/// <summary>docs/cli.md says what the command takes, and how it ends.</summary>
public sealed partial class GuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository(), "docs/cli.md"));

    [Fact]
    public async Task Every_command_of_the_page_is_one()
    {
        await using var outside = new Outside();
        using StringWriter output = new(), error = new();
        var root = CommandLine.Create(new() { Output = output, Error = error, Input = TextReader.Null, Variable = _ => null });
        var commands = Blocks().Matches(Page).SelectMany(block => block.Groups[1].Value.Split('\n')).SelectMany(line => Calls().Matches(line)).Select(call => call.Groups[1].Value.Split(" > ")[0]).ToList();
        Assert.True(commands.Count >= 15, $"{commands.Count} commands were found.");
        Assert.All(commands, command => Assert.Empty(root.Parse(command).Errors.Select(problem => $"{command}: {problem.Message}")));
    }

    [Fact]
    public void Every_option_of_the_page_is_one()
    {
        using StringWriter output = new(), error = new();
        var root = CommandLine.Create(new() { Output = output, Error = error, Input = TextReader.Null, Variable = _ => null });
        var known = Options(root).ToHashSet();
        Assert.Empty(Named().Matches(Page).Select(option => option.Value).Except([.. known, "--global", "--filter"]));

        static IEnumerable<string> Options(System.CommandLine.Command command) => [.. command.Options.Select(option => option.Name), .. command.Subcommands.SelectMany(Options)];
    }

    [Fact]
    public void The_exit_codes_of_the_page_are_those_of_the_program()
    {
        var said = Codes().Matches(Page).Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture)).Order();
        Assert.Equal(typeof(ExitCode).GetFields().Select(field => (int)field.GetRawConstantValue()!).Order(), said);
    }

    [Fact]
    public async Task The_plan_of_the_page_is_what_the_command_prints()
    {
        await using var outside = new Outside();
        Assert.Contains((await outside.RunAsync("plan", "--volume", "25000")).Output, Page, StringComparison.Ordinal);
    }

    internal static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Peeker.Generated.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("(?:^|\\$\\()peeker ([^)\"]*)")]
    private static partial Regex Calls();

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Named();

    [GeneratedRegex("^\\| ([0-9]+) \\| [a-z]", RegexOptions.Multiline)]
    private static partial Regex Codes();
}
