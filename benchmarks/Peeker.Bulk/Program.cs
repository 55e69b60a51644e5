using System.Globalization;
using Peeker;
using Peeker.Bulk;

// dotnet run -c Release --project benchmarks/Peeker.Bulk
// Ends with 1 when a promise is broken. The sandbox is a process of its own, and so is each client.
const int few = 10_000, many = 1_000_000, heapMebibytes = 32, permits = 600, seconds = 6, windows = 6;
switch (args)
{
    case ["memory", var address, var key, var count]:
        await MemoryRun.RunAsync(new() { BaseAddress = new(address), RequestsPerMinute = null }, key, int.Parse(count, CultureInfo.InvariantCulture));
        return 0;
    case ["budget", var address, var key]:
        await BudgetRun.RunAsync(new(address), key, permits, TimeSpan.FromSeconds(seconds), windows);
        return 0;
}

var kept = await MemoryAsync();
return await BudgetAsync() && kept ? 0 : 1;

static async Task<bool> MemoryAsync()
{
    using var server = Child.Server("--rate-limit", "none");
    var (address, key) = (await server.ReadLineAsync(), await server.ReadLineAsync());
    var (small, large) = (await RunAsync(few), await RunAsync(many));
    var ratio = large / small;
    Console.WriteLine($"{ratio:0.000} times the live bytes for a hundred times the names, at most 1.1");
    return ratio <= 1.1;

    async Task<double> RunAsync(int count)
    {
        using var client = Child.Client(heapMebibytes, "memory", address, key, count.ToString(CultureInfo.InvariantCulture));
        var (figures, atRest) = (await client.FiguresAsync(), (await client.FiguresAsync())[0]);
        Console.WriteLine(
            $"{count,9} names under a heap of {heapMebibytes} MiB: live half way {Kibibytes(figures[0])}, with the last row {Kibibytes(figures[1])}, at rest {Kibibytes(atRest)}; "
            + $"the process at its peak {Kibibytes(figures[2])}; {figures[3]:0.0} s");
        return atRest;
    }
}

static string Kibibytes(double bytes) => $"{bytes / 1024:0} KiB";

static async Task<bool> BudgetAsync()
{
    using var server = Child.Server("--rate-limit", $"{permits}", "--rate-limit-window-seconds", $"{seconds}");
    var (address, key) = (await server.ReadLineAsync(), await server.ReadLineAsync());
    using var client = Child.Client(heapMebibytes, "budget", address, key);
    var figures = await client.FiguresAsync();
    Console.WriteLine($"{figures[0]:0.0 %} of {permits} requests per {seconds} s used over {windows} windows, at least 99 %; {figures[1]:0} sent, {figures[2]:0} refused with 429, none allowed");
    return figures[0] >= 0.99 && figures[2] == 0;
}
