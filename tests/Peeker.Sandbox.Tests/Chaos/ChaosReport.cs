using Xunit.Abstractions;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>The figures of a run.</summary>
internal static class ChaosReport
{
    public static void Write(ChaosRun run, ITestOutputHelper output)
    {
        var faults = run.Requests.Where(request => request.Fault is not null).ToList();
        output.WriteLine($"{run.Results.Count} calls in {run.Duration.TotalSeconds:0} s, {run.Requests.Count} attempts, {faults.Count} of them with a fault ({(double)faults.Count / run.Requests.Count:p1})");
        foreach (var end in run.Results.GroupBy(result => result.End).OrderByDescending(end => end.Count())) output.WriteLine($"  {end.Key}: {end.Count()}");
        output.WriteLine($"latest against its deadline: {run.Results.Max(result => result.Late).TotalMilliseconds:0} ms; connections at most {run.MostConnections}, in the end {run.OpenConnections}");
        output.WriteLine($"orders sent again after they were left open: {run.OrderPauses.Count}, the shortest pause {(run.OrderPauses is [var shortest, ..] ? shortest.TotalSeconds : 0):0.000} s");
        foreach (var fault in faults.GroupBy(request => $"{request.Fault!.Kind}{(request.Fault.AfterWork ? " after the work" : "")}").OrderBy(fault => fault.Key, StringComparer.Ordinal)) output.WriteLine($"  {fault.Key}: {fault.Count()}");
    }
}
