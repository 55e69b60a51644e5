using System.Diagnostics;

namespace Peeker.Kill.Tests;

/// <summary>The sample shop in a process of its own, and the lines that it has printed.</summary>
internal sealed class ShopProcess : IDisposable
{
    /// <summary>How many orders it works on at the same time.</summary>
    public const int AtOnce = 4;

    // A dropped order is repeated after five seconds, at most five times.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Task<string> _errors;

    public ShopProcess(SandboxProcess sandbox, ShopDatabase database, int orders)
    {
        _process = ProgramUnderTest.Start(
            "Shop",
            ["--database", database.File, "--base-address", sandbox.BaseAddress.ToString(), "--orders", $"{orders}", "--at-once", $"{AtOnce}"],
            sandbox.ApiKey);
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>The last line about an order, without its number; null without one. What the process printed before it died is among them.</summary>
    public string? LastPhaseOf(int number) => _lines.LastOrDefault(line => line.Split(' ')[1] == $"{number}")?.Split(' ')[0];

    /// <summary>Kills it some time after it prints a line.</summary>
    /// <exception cref="InvalidOperationException">It ended without that line.</exception>
    public async Task KillAfterAsync(string line, TimeSpan delay)
    {
        // A thread of its own that waits for the line: after some lines it is a race with the disk, which the thread pool would lose.
        var killed = await Task.Factory.StartNew(() => ReadAndKill(line, delay), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(Patience);
        if (!killed) throw new InvalidOperationException($"The shop ended without the line '{line}': {await _errors}");
        await FinishAsync();
    }

    /// <summary>Lets it come to its end.</summary>
    /// <returns>Whether it says that every order is placed.</returns>
    public async Task<bool> FinishAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line) _lines.Add(line);
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode == 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private bool ReadAndKill(string until, TimeSpan delay)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            _lines.Add(line);
            if (line != until) continue;
            if (delay > TimeSpan.Zero) Thread.Sleep(delay);
            _process.Kill();
            return true;
        }

        return false;
    }
}
