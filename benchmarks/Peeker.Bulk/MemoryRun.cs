using System.Diagnostics;
using System.Globalization;

namespace Peeker.Bulk;

/// <summary>Checks so many names, made on the way, and says what is alive when the last one is there.</summary>
internal static class MemoryRun
{
    public static async Task RunAsync(PeekerClientOptions options, string key, int count)
    {
        using var peeker = new PeekerClient(key, options);
        var watch = Stopwatch.StartNew();
        var (rows, middle, end) = (0, 0L, 0L);
        await foreach (var outcome in peeker.Domains.CheckAvailabilityAsync(Names(count)))
        {
            if (outcome.Error is { } error) throw error;
            rows++;
            if (rows == count / 2) middle = Live();
            if (rows == count) end = Live();
        }

        if (rows != count) throw new InvalidOperationException($"{rows} of {count} names have a row.");
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{middle} {end} {self.PeakWorkingSet64} {watch.Elapsed.TotalSeconds:0.0}"));
    }

    private static IEnumerable<string> Names(int count)
    {
        for (var number = 0; number < count; number++) yield return string.Create(CultureInfo.InvariantCulture, $"acme-{number}.com");
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
