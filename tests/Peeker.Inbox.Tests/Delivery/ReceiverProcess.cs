using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>One instance of the receiver: a process that is killed and started again.</summary>
internal sealed class ReceiverProcess(string name, string kind, string place, string secret, DirectoryInfo folder) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Program = typeof(ReceiverProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Receiver").Value!;

    private Process? _process;
    private TaskCompletionSource<int> _port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lives;

    /// <summary>Its port, as soon as it listens.</summary>
    public Task<int> Port => Volatile.Read(ref _port).Task;

    public async Task StartAsync()
    {
        var witness = Path.Combine(folder.FullName, $"{name}-{++_lives:D3}.witness");

        // Not `dotnet run`: the process that is killed has to be the program and not its parent.
        _process = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, kind, place, witness, secret])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = _process.StandardError.ReadToEndAsync();
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        _port.SetResult(line is null ? throw new InvalidOperationException($"The receiver did not start: {await errors}") : int.Parse(line, CultureInfo.InvariantCulture));
    }

    /// <summary>As a crash would: SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        Volatile.Write(ref _port, new(TaskCreationOptions.RunContinuationsAsynchronously));
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not { } process) return;
        process.Kill();
        process.Dispose();
    }
}
