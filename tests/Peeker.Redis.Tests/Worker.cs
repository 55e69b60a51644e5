using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Peeker.Sandbox;

namespace Peeker.Redis.Tests;

/// <summary>A process that calls the API as fast as the shared budget lets it.</summary>
internal sealed class Worker : IDisposable
{
    private readonly Process _process;

    private Worker(Process process) => _process = process;

    public static async Task<Worker> StartAsync(int port, PeekerSandbox sandbox, int permits, TimeSpan window, int callers)
    {
        var program = typeof(Worker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Worker").Value!;
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, $"{port}", $"{sandbox.BaseAddress}", sandbox.ApiKey, $"{permits}", $"{window.TotalSeconds}", $"{callers}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());
        return new(process);
    }

    public Task BeginAsync() => _process.StandardInput.WriteLineAsync("begin").ContinueWith(_ => _process.StandardInput.FlushAsync(), TaskScheduler.Default).Unwrap();

    /// <summary>Lets it end its calls.</summary>
    public async Task<(int Calls, int Succeeded, int Failed, int Fallbacks)> EndAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var problems = _process.StandardError.ReadToEndAsync(patience.Token);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        Assert.True(line is not null, await problems);
        await _process.WaitForExitAsync(patience.Token);
        var figures = line.Split(' ').Select(figure => int.Parse(figure, CultureInfo.InvariantCulture)).ToArray();
        return (figures[0], figures[1], figures[2], figures[3]);
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
