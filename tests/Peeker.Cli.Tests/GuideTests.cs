using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Peeker.Cli.Tests;

/// <summary>docs/cli.md says what the command takes, and how it ends.</summary>
public sealed partial class GuideTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs/cli.md"));

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
        Assert.Empty(Named().Matches(Page).Select(option => option.Value).Except([.. known, "--global", "--prerelease", "--filter"]));

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

    [Fact]
    public async Task The_order_of_the_page_can_be_placed()
    {
        await using var outside = new Outside { Variables = { ["PEEKER_SEQUENCER_PASSWORD"] = "a-login" } };
        var order = outside.Write("order.json", Orders().Match(Page).Groups[1].Value);
        var ending = await outside.RunAsync("order", "submit", order);
        Assert.Equal((ExitCode.Done, ""), (ending.Code, ending.Error));
    }

    [Fact]
    public async Task The_lines_of_the_sandbox_come_into_the_variables()
    {
        // Shells that are not on this machine say nothing about the page.
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash")) return;
        await using var outside = new Outside();
        var peeker = outside.Write("peeker", $"#!/bin/sh\nexec dotnet '{ToolProcess.Dll}' \"$@\" --port 0\n");
        File.SetUnixFileMode(peeker, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var block = Blocks().Matches(Page).Select(found => found.Groups[1].Value).Single(text => text.Contains("read -r", StringComparison.Ordinal));
        Assert.Contains("\nkill $sandbox\n", block, StringComparison.Ordinal);
        var start = new ProcessStartInfo("/bin/bash", ["-c", block.Replace("\nkill $sandbox", "\nenv | grep -E ^PEEKER_\\(API_KEY\\|BASE_ADDRESS\\|WEBHOOK_SECRET\\)= | sort\nkill $sandbox", StringComparison.Ordinal)]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = outside["."] };
        start.Environment["PATH"] = $"{Path.GetDirectoryName(peeker)}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.Matches("^PEEKER_API_KEY=pk_test_[^\n]+\nPEEKER_BASE_ADDRESS=http://127[^\n]+\nPEEKER_WEBHOOK_SECRET=[^\n]+\n$", await process.StandardOutput.ReadToEndAsync(late.Token));
    }

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("`order.json` has [^`]*```json\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Orders();

    [GeneratedRegex("(?:^|\\$\\()peeker ([^)\"]*)")]
    private static partial Regex Calls();

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Named();

    [GeneratedRegex("^\\| ([0-9]+) \\| [a-z]", RegexOptions.Multiline)]
    private static partial Regex Codes();
}
