using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Peeker.Cli.Tests;

/// <summary>The tool as a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task _errors;
    private readonly List<string> _lines = [];

    public ToolProcess(IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        // A shell that runs tests in the background leaves them SIGINT ignored, and a child inherits that.
        string[] heard = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        var start = new ProcessStartInfo(heard[0], [.. heard[1..], Dll, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PEEKER_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        foreach (var (name, value) in variables) start.Environment[name] = value;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = ReadErrorsAsync();
    }

    public static string Dll { get; } = typeof(ToolProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Tool").Value!;

    public bool HasExited => _process.HasExited;

    /// <summary>What stands on standard error so far.</summary>
    public string Error
    {
        get
        {
            lock (_lines) return string.Concat(_lines.Select(line => line + "\n"));
        }
    }

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    public async Task UntilAsync(Func<bool> holds)
    {
        for (var started = Stopwatch.StartNew(); !holds(); await Task.Delay(10))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The tool ended with {_process.ExitCode} before what was waited for:\n{Error}");
            if (started.Elapsed > TimeSpan.FromMinutes(3)) throw new TimeoutException($"What was waited for did not come:\n{Error}");
        }
    }

    public async Task<Ending> EndAsync(TimeSpan? within = null)
    {
        using var late = new CancellationTokenSource(within ?? TimeSpan.FromMinutes(1));
        await _process.WaitForExitAsync(late.Token);
        await _errors;
        return new(_process.ExitCode, await _output, Error);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_lines) _lines.Add(line);
        }
    }
}
