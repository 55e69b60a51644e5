using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Peeker.Redis.Tests;

/// <summary>Budgets that know nothing of each other but Redis, with callers, and the server that sees each request between grant and return.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private readonly List<ConnectionMultiplexer> _connections = [];
    private readonly List<Task> _callers = [];
    private readonly CancellationTokenSource _stop = new();

    public List<RedisRequestBudget> Budgets { get; } = [];

    public ConcurrentQueue<(int Budget, long At)> Arrivals { get; } = new();

    public static async Task<Crew> HireAsync(int port, int budgets, int permits, TimeSpan window, int? processes = null, ILogger? logger = null)
    {
        var crew = new Crew();
        for (var number = 0; number < budgets; number++)
        {
            var connection = await RedisServer.ConnectAsync(port);
            crew._connections.Add(connection);
            crew.Budgets.Add(new(connection, new() { Name = "crew", Permits = permits, Window = window, Processes = processes, Logger = logger }));
        }

        return crew;
    }

    public static long Timestamps(TimeSpan span) => (long)(span.TotalSeconds * TimeProvider.System.TimestampFrequency);

    /// <summary>So many callers of one budget, each with one request after the other.</summary>
    public void Work(int budget, int callers)
    {
        for (var number = 0; number < callers; number++) _callers.Add(Task.Run(() => CallAsync(budget)));
    }

    /// <summary>Ends the callers; one that got no permit, or never ends, fails here.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_callers).WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var budget in Budgets) await budget.DisposeAsync();
        foreach (var connection in _connections) await connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task CallAsync(int budget)
    {
        while (!_stop.IsCancellationRequested)
        {
            using var lease = await Budgets[budget].AcquireAsync();
            if (!lease.IsAcquired) throw new InvalidOperationException("A call was refused.");
            await Task.Delay(Random.Shared.Next(3));
            Arrivals.Enqueue((budget, TimeProvider.System.GetTimestamp()));
            await Task.Delay(Random.Shared.Next(3));
        }
    }
}
