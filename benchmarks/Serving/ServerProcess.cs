using System.Diagnostics;

namespace Peeker.Benchmarks.Serving;

/// <summary>The server in a process of its own, so that its work is not counted as the client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    public const string Argument = "server";

    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    public static async Task<ServerProcess> StartAsync()
    {
        var start = OwnProcess.With(Argument);

        // As every ASP.NET application has it.
        start.Environment["DOTNET_gcServer"] = "1";
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended before it had an address; its own output tells why.");
        return new(process, new(address));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(10))) _process.Kill();
        _process.Dispose();
    }
}
