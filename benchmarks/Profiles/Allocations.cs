using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Peeker.Benchmarks.Profiles;

/// <summary>What a process makes, by type: its collector tells of an object every hundred kilobytes.</summary>
internal static class Allocations
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const long Collector = 0x1;

    // So many are the trace's own.
    private const int Few = 50;

    /// <returns>The types, and the share of the bytes that each has; nothing for a process that makes hardly anything.</returns>
    public static async Task<IReadOnlyList<(string Name, double Share)>> TakeAsync(int process, TimeSpan time)
    {
        var counts = new Dictionary<string, int>();
        using var session = await new DiagnosticsClient(process).StartEventPipeSessionAsync([new(Runtime, EventLevel.Verbose, Collector)], requestRundown: false, circularBufferMB: 64, CancellationToken.None);
        var reading = Task.Run(() =>
        {
            using var source = new EventPipeEventSource(session.EventStream);
            source.Clr.GCAllocationTick += tick => counts[tick.TypeName] = counts.GetValueOrDefault(tick.TypeName) + 1;
            source.Process();
        });
        await Task.Delay(time);
        await session.StopAsync(CancellationToken.None);
        await reading;
        if (counts.Values.Sum() < Few) return [];
        return [.. counts.OrderByDescending(pair => pair.Value).Select(pair => (pair.Key, (double)pair.Value / counts.Values.Sum()))];
    }
}
