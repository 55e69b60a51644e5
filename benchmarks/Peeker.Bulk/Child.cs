using System.Diagnostics;
using System.Globalization;

namespace Peeker.Bulk;

/// <summary>A process of its own: lines of its output are read, and it ends with its owner.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    /// <summary>The sandbox's server.</summary>
    public static Child Server(params string[] options) => Start("Peeker.Sandbox.Server.dll", null, ["--urls", "http://127.0.0.1:0", .. options]);

    /// <summary>This program, with a heap that cannot grow past a limit.</summary>
    public static Child Client(int heapMebibytes, params string[] arguments) => Start("Peeker.Bulk.dll", heapMebibytes, arguments);

    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process ended before it had said everything; its own output tells why.");

    public async Task<double[]> FiguresAsync() =>
        [.. (await ReadLineAsync()).Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private static Child Start(string program, int? heapMebibytes, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        // The runtime reads it as a hexadecimal number.
        if (heapMebibytes is { } limit) start.Environment["DOTNET_GCHeapHardLimit"] = (limit * 1024L * 1024).ToString("X", CultureInfo.InvariantCulture);
        return new(Process.Start(start)!);
    }
}
