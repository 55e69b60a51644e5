using System.Diagnostics;

namespace Peeker.Cli.Tests.Completions;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("peeker webh", "webhooks")]
    [InlineData("peeker webhooks rep", "replay")]
    [InlineData("peeker webhooks trigger order.comp", "order.completed")]
    [InlineData("peeker domains check --format c", "csv")]
    [InlineData("peeker plan --vol", "--volume")]
    public async Task Suggestions_are_data(string line, string expected)
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync($"[suggest:{line.Length}]", line);
        Assert.Equal((ExitCode.Done, ""), (ending.Code, ending.Error));
        Assert.Contains(expected, ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Of_the_ways_to_ask_for_help_those_of_other_systems_are_not_offered()
    {
        await using var outside = new Outside();
        var offered = (await outside.RunAsync("[suggest:7]", "peeker ")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("--help", offered);
        Assert.Empty(offered.Intersect(["/?", "/h", "-?"]));
        Assert.Equal(ExitCode.Done, (await outside.RunAsync("[suggest:99]", "peeker ")).Code);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Every_shell_has_a_script(string shell)
    {
        await using var outside = new Outside();
        var ending = await outside.RunAsync("completions", shell);
        Assert.Equal((ExitCode.Done, ""), (ending.Code, ending.Error));
        Assert.Contains("[suggest:", ending.Output, StringComparison.Ordinal);
    }

    /// <summary>The script in a shell, with the tool in its path.</summary>
    [Theory]
    [InlineData("bash", "eval \"$(peeker completions bash)\"; COMP_LINE='peeker domains check '; COMP_POINT=21; COMP_WORDS=(peeker domains check ''); COMP_CWORD=3; _peeker; echo \"${COMPREPLY[@]}\"", "")]
    [InlineData("bash", "eval \"$(peeker completions bash)\"; COMP_LINE='peeker webhooks tr'; COMP_POINT=18; COMP_WORDS=(peeker webhooks tr); COMP_CWORD=2; _peeker; echo \"${COMPREPLY[@]}\"", "trigger")]
    [InlineData("fish", "peeker completions fish | source; complete -C 'peeker webhooks tr'", "trigger")]
    public async Task The_script_completes_in_the_shell(string shell, string script, string expected)
    {
        // Shells that are not on this machine say nothing about the script.
        if (OperatingSystem.IsWindows() || !(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, shell)))) return;
        await using var outside = new Outside();
        var peeker = outside.Write("peeker", $"#!/bin/sh\nexec dotnet '{ToolProcess.Dll}' \"$@\"\n");
        File.SetUnixFileMode(peeker, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(shell, ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = outside["."] };
        start.Environment["PATH"] = $"{Path.GetDirectoryName(peeker)}:{start.Environment["PATH"]}";
        using var process = Process.Start(start)!;
        Assert.Equal(expected, (await process.StandardOutput.ReadToEndAsync()).Trim());
    }
}
