using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Peeker.Sandbox.Tests.Proxies;

/// <summary>Prism between a client and a sandbox: it holds each request and each answer against the specification, with nothing of ours.</summary>
internal sealed class Prism : IAsyncDisposable
{
    public const string Variable = "PEEKER_PRISM";

    private readonly Process _process;

    private Prism(Process process, Uri address) => (_process, BaseAddress) = (process, address);

    public static string? Command => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    /// <summary>What a client uses as the API's root.</summary>
    public Uri BaseAddress { get; }

    public static async Task<Prism> StartAsync(Uri upstream)
    {
        var command = Command ?? throw new InvalidOperationException($"{Variable} does not name Prism's program.");
        var port = FreePort();
        var start = new ProcessStartInfo(command, ["proxy", Specification(), upstream.ToString().TrimEnd('/'), "--errors", "--host", "127.0.0.1", "--port", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Prism is listening", StringComparison.Ordinal) == true) ready.TrySetResult();
        };
        process.BeginOutputReadLine();
        var prism = new Prism(process, new($"http://127.0.0.1:{port}/"));
        try
        {
            await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch
        {
            await prism.DisposeAsync();
            throw;
        }

        return prism;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static string Specification()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "openapi", "peeker.yaml"))) folder = folder.Parent;
        return Path.Combine(folder.FullName, "openapi", "peeker.yaml");
    }
}
