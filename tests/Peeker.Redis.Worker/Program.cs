// One of several processes that share a budget: calls the API as fast as the budget lets it, until its standard input is closed.
// Arguments: port of Redis, base address, key, permits, window in seconds, callers. Prints a line when it is ready, and one at the end:
// calls, successes, failures, times it fell back.
using System.Diagnostics.Metrics;
using System.Globalization;
using Peeker;
using Peeker.Redis;
using StackExchange.Redis;

var (port, address, key) = (args[0], new Uri(args[1]), args[2]);
var (permits, window, callers) = (Number(3), TimeSpan.FromSeconds(Number(4)), Number(5));
var (calls, succeeded, failed, fallbacks) = (0, 0, 0, 0L);

using var listener = new MeterListener
{
    InstrumentPublished = static (instrument, listener) =>
    {
        if (instrument.Name == "peeker.request_budget.fallbacks") listener.EnableMeasurementEvents(instrument);
    },
};
listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref fallbacks, count));
listener.Start();

await using var redis = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{port},abortConnect=false");
await using var budget = new RedisRequestBudget(redis, new() { Name = "workers", Permits = permits, Window = window });
using var peeker = new PeekerClient(key, new() { BaseAddress = address, RequestBudget = budget });

Console.WriteLine("ready");
await Console.In.ReadLineAsync();
using var stop = new CancellationTokenSource();
var working = Enumerable.Range(0, callers).Select(_ => Task.Run(WorkAsync)).ToArray();
await Console.In.ReadToEndAsync();
await stop.CancelAsync();
await Task.WhenAll(working);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{calls} {succeeded} {failed} {fallbacks}"));

async Task WorkAsync()
{
    while (!stop.IsCancellationRequested)
    {
        // Not cancelled: a call that has begun is to end by itself, and to end well.
        Interlocked.Increment(ref calls);
        try
        {
            await peeker.Bundles.ListPageAsync();
            Interlocked.Increment(ref succeeded);
        }
        catch (PeekerException problem)
        {
            Interlocked.Increment(ref failed);
            await Console.Error.WriteLineAsync(problem.Message);
        }
    }
}

int Number(int place) => int.Parse(args[place], CultureInfo.InvariantCulture);
