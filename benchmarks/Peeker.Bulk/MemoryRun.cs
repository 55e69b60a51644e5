using System.Diagnostics;
using System.Globalization;

namespace Peeker.Bulk;

/// <summary>
/// Checks so many names, made on the way. One line says what is alive half way and when the last row is there, the peak and the seconds; a second one, most of a minute later,
/// what is alive when the pools have come to rest.
/// </summary>
internal static class MemoryRun
{
    public static async Task RunAsync(PeekerClientOptions options, string key, int count)
    {
        using var peeker = new PeekerClient(key, options);
        var watch = Stopwatch.StartNew();
        var (rows, middle) = (0, 0L);
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(count)))
        {
            if (outcome.Error is { } error) throw error;
            rows++;
            if (rows == count / 2) middle = Live();
            if (rows != count) continue;
            var took = watch.Elapsed;
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{middle} {Live()} {self.PeakWorkingSet64} {took.TotalSeconds:0.000}"));
            var rest = await AtRestAsync();
            Console.WriteLine(rest.ToString(CultureInfo.InvariantCulture));
        }

        if (rows != count) throw new InvalidOperationException($"{rows} of {count} names have a row.");
    }

    private static IEnumerable<string> Names(int count)
    {
        for (var number = 0; number < count; number++) yield return string.Create(CultureInfo.InvariantCulture, $"acme-{number}.com");
    }

    /// <summary>
    /// The framework's pool of arrays lends to each thread, and takes back in a full collection what was not used for half a minute. A long run meets more threads than a
    /// short one; what it leaves there is no part of what names cost.
    /// </summary>
    private static async Task<long> AtRestAsync()
    {
        var live = 0L;
        for (var waited = 0; waited < 45; waited += 5)
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            live = Live();
        }

        return live;
    }

    private static long Live()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
