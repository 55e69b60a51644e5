using System.Diagnostics;
using System.Globalization;

namespace Peeker.Cli.Tests;

/// <summary>The tool as somebody installs it: packed, installed from a feed, and called by its name.</summary>
public sealed class PackTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task The_packed_tool_is_installed_from_a_feed_and_plans()
    {
        await using var outside = new Outside();

        // Another for each run, since NuGet keeps what it unpacked once under its version. A part has 16 bits: the days, and every other second of the day.
        var version = string.Create(CultureInfo.InvariantCulture, $"0.{(int)(DateTime.UtcNow - DateTime.UnixEpoch).TotalDays}.{(int)DateTime.UtcNow.TimeOfDay.TotalSeconds / 2}");
        var (feed, tools) = (outside["feed"], outside["tools"]);
        await RunAsync(outside["."], "dotnet", "pack", Path.Combine(GuideTests.Repository(), "src/Peeker.Cli"), "-c", "Release", "-o", feed, "--nologo", "-v", "q", $"-p:MinVerVersionOverride={version}");
        Assert.True(File.Exists(Path.Combine(feed, $"Peeker.Cli.{version}.nupkg")));
        outside.Write("nuget.config", $"""<configuration><packageSources><clear /><add key="packed" value="{feed}" /></packageSources></configuration>""");
        await RunAsync(outside["."], "dotnet", "tool", "install", "Peeker.Cli", "--version", version, "--tool-path", tools, "--configfile", outside["nuget.config"]);
        var peeker = Path.Combine(tools, OperatingSystem.IsWindows() ? "peeker.exe" : "peeker");
        Assert.StartsWith("19 domains for 25,000 e-mails a month", await RunAsync(outside["."], peeker, "plan", "--volume", "25000"), StringComparison.Ordinal);
        Assert.Contains("order.completed", await RunAsync(outside["."], peeker, "quickstart"), StringComparison.Ordinal);
        Assert.StartsWith(version, await RunAsync(outside["."], peeker, "--version"), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await process.WaitForExitAsync(late.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await error}");
        return await output;
    }
}
