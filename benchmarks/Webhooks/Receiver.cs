using System.Diagnostics;
using System.Globalization;
using Peeker.Benchmarks.Serving;

namespace Peeker.Benchmarks.Webhooks;

/// <summary>One endpoint in a server of its own, with the connections that send to it.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly ServerProcess _server;
    private readonly HttpClient _http;
    private readonly string _path;
    private readonly List<RawClient> _clients = [];

    private Receiver(ServerProcess server, string path) => (_server, _path, _http) = (server, path, new() { BaseAddress = server.Address });

    public int ProcessId => _server.Id;

    public static async Task<Receiver> StartAsync(string path, int connections)
    {
        var receiver = new Receiver(await ServerProcess.StartAsync(), path);
        for (var count = 0; count < connections; count++)
        {
            receiver._clients.Add(new());
            await receiver._clients[^1].ConnectAsync(receiver._server.Address);
        }

        return receiver;
    }

    /// <summary>Takes so many deliveries.</summary>
    /// <returns>How many a second, and the processor time of the server.</returns>
    public async Task<(double Rate, double Cpu)> TakeAsync(Deliveries deliveries, int count)
    {
        var requests = deliveries.Next(_server.Address, _path, count);
        var begun = -1;
        var cpu = await CpuAsync();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(_clients.Select(async client =>
        {
            int next;
            while ((next = Interlocked.Increment(ref begun)) < requests.Length) await client.SendAsync(requests[next]);
        }));
        var time = Stopwatch.GetElapsedTime(start);
        return (count / time.TotalSeconds, await CpuAsync() - cpu);
    }

    /// <summary>How many methods its compiler has compiled so far.</summary>
    public async Task<long> CompiledAsync() => long.Parse(await _http.GetStringAsync("compiled"), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
        _http.Dispose();
        _server.Dispose();
    }

    private async Task<double> CpuAsync() => double.Parse(await _http.GetStringAsync("cpu"), CultureInfo.InvariantCulture);
}
