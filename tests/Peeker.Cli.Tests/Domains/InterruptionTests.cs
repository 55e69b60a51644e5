using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Peeker.Sandbox;
using Xunit.Abstractions;

namespace Peeker.Cli.Tests.Domains;

/// <summary>The tool as a process, stopped twice with Ctrl-C.</summary>
public sealed partial class InterruptionTests(ITestOutputHelper said)
{
    /// <summary>A budget of ten requests keeps the process in the middle: it waits for the next minute when it is stopped.</summary>
    [Fact]
    public Task Three_thousand_names() => CheckAsync(3_000, [300, 800], ["--requests-per-minute", "10"]);

    [Fact]
    [Trait("Category", "Long")]
    public Task Many_names()
    {
        // How many is told by PEEKER_NAMES; 30,000 are a minute of the sandbox's limit.
        var count = int.TryParse(Environment.GetEnvironmentVariable("PEEKER_NAMES"), CultureInfo.InvariantCulture, out var told) ? told : 100_000;
        return CheckAsync(count, [count / 10, count * 35 / 100], []);
    }

    /// <summary>The process waits for names that do not come; the first Ctrl-C ends it.</summary>
    [Fact]
    public async Task While_it_waits_for_names()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var outside = new Outside();
        var variables = new Dictionary<string, string> { ["PEEKER_API_KEY"] = "pk_test_0123456789abcdef", ["PEEKER_BASE_ADDRESS"] = "http://127.0.0.1:9/" };
        using var waiting = new ToolProcess(variables, "domains", "check", "-", "--output", outside["rows.csv"]);
        await waiting.UntilAsync(() => File.Exists(outside["rows.csv"]));
        await Task.Delay(300);
        waiting.Interrupt();
        var ending = await waiting.EndAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((ExitCode.Cancelled, ""), (ending.Code, ending.Output));
    }

    /// <summary>What stands behind <c>| head -1</c>.</summary>
    [Fact]
    public async Task When_its_reader_leaves()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var sandbox = await PeekerSandbox.StartAsync(new() { RateLimit = null });
        await using var outside = new Outside();
        var names = outside.Write("names.txt", string.Join('\n', Enumerable.Range(0, 20_000).Select(number => $"shop-{number}.com")));
        var start = new ProcessStartInfo("bash", ["-c", "dotnet \"$0\" domains check \"$1\" --requests-per-minute 60 | head -1; echo ${PIPESTATUS[0]}", ToolProcess.Dll, names]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["PEEKER_API_KEY"], start.Environment["PEEKER_BASE_ADDRESS"]) = (sandbox.ApiKey, sandbox.BaseAddress.AbsoluteUri);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var lines = (await process.StandardOutput.ReadToEndAsync(late.Token)).Split('\n');
        Assert.Equal(ExitCode.Unwritten.ToString(CultureInfo.InvariantCulture), lines[1]);
        Assert.EndsWith("Broken pipe\n", await error, StringComparison.Ordinal);
    }

    private async Task CheckAsync(int count, int[] stops, string[] limits)
    {
        if (OperatingSystem.IsWindows()) return;
        await using var sandbox = await PeekerSandbox.StartAsync();
        await using var outside = new Outside();
        var variables = new Dictionary<string, string> { ["PEEKER_API_KEY"] = sandbox.ApiKey, ["PEEKER_BASE_ADDRESS"] = sandbox.BaseAddress.AbsoluteUri };
        var names = Enumerable.Range(0, count).Select(number => number % 1_000 == 7 ? $"no name {number}" : string.Create(CultureInfo.InvariantCulture, $"shop-{number:D6}.com")).ToList();
        var (file, rows) = (outside.Write("names.txt", string.Join('\n', names)), outside["rows.csv"]);
        string[] arguments = ["domains", "check", file, "--output", rows];
        foreach (var stop in stops)
        {
            using var stopped = new ToolProcess(variables, [.. arguments, .. limits]);
            await stopped.UntilAsync(() => Lines(rows) > stop);
            var watch = Stopwatch.StartNew();
            stopped.Interrupt();
            var ending = await stopped.EndAsync();
            var done = Lines(rows) - 1;
            said.WriteLine($"stopped at {done} names, {watch.ElapsedMilliseconds} ms after the signal; {ending.Error.Split('\n').Count(line => Shown().IsMatch(line))} lines of progress");
            Assert.Equal((ExitCode.Cancelled, ""), (ending.Code, ending.Output));
            Assert.EndsWith("the same command goes on from there.\npeeker: cancelled.\n", ending.Error, StringComparison.Ordinal);
            Assert.InRange(done, stop, count - 1);
            Assert.EndsWith("\n", await File.ReadAllTextAsync(rows), StringComparison.Ordinal);
        }

        var before = Lines(rows) - 1;
        var last = Stopwatch.StartNew();
        using var finishing = new ToolProcess(variables, arguments);
        var finished = await finishing.EndAsync(TimeSpan.FromMinutes(10));
        said.WriteLine($"finished the other {count - before} in {last.Elapsed.TotalSeconds:0.0} s: {finished.Output.Trim()}");
        said.WriteLine(finished.Error);
        Assert.Equal(ExitCode.Finding, finished.Code);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{count:N0} names: {before:N0} earlier, "), finished.Output, StringComparison.Ordinal);
        Assert.Equal(names.Order(StringComparer.Ordinal), CheckTests.RowsOf(rows, "csv").Order(StringComparer.Ordinal));
        if (count >= 100_000) Assert.True(finished.Error.Split('\n').Count(line => Shown().IsMatch(line)) >= 3, "It shows its progress.");
    }

    private static int Lines(string file)
    {
        if (!File.Exists(file)) return 0;
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var lines = 0;
        while (reader.ReadLine() is not null) lines++;
        return lines;
    }

    [GeneratedRegex("^[0-9,]+ of [0-9,]+ names$")]
    private static partial Regex Shown();
}
