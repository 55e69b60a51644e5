using System.Diagnostics;
using Peeker.Benchmarks.Measuring;

namespace Peeker.Benchmarks.Calls;

/// <summary>The same call by several callers, turn by turn. A figure is a median over rounds of ratios to the first caller in the same round.</summary>
internal sealed class CallContest(int rounds, int calls)
{
    /// <param name="callers">The first is also the control, which runs a second time in each round.</param>
    /// <param name="call">The call.</param>
    /// <param name="inFlight">How many at once.</param>
    public async Task<(CallFigure Control, CallFigure[] Figures)> RunAsync(IReadOnlyList<ICaller> callers, Func<ICaller, Task> call, int inFlight)
    {
        IReadOnlyList<ICaller> turns = [.. callers, callers[0]];
        var compiler = new BackgroundCompiler();
        do
        {
            foreach (var caller in callers) await TurnAsync(caller, call, inFlight, Math.Max(calls, 600));
        }
        while (compiler.IsBusy());

        var order = new Turns(turns.Count);
        var taken = turns.Select(_ => new CallFigure[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var one in order.Next()) taken[one][round] = await TurnAsync(turns[one], call, inFlight, calls);
        }

        // Bytes are the least of all rounds: what a pool or a timer of the platform takes now and then is nobody's.
        var figures = taken.Select(own => new CallFigure(
            Contest.Median(own.Zip(taken[0], (figure, first) => figure.Cpu / first.Cpu)),
            own.Min(figure => figure.Bytes),
            Contest.Median(own.Zip(taken[0], (figure, first) => figure.Rate / first.Rate)))).ToArray();
        return (figures[^1], figures[..^1]);
    }

    private static async Task<CallFigure> TurnAsync(ICaller caller, Func<ICaller, Task> call, int inFlight, int calls)
    {
        var (cpu, bytes, start) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        if (inFlight == 1)
        {
            for (var done = 0; done < calls; done++) await call(caller);
        }
        else
        {
            var begun = 0;
            await Task.WhenAll(Enumerable.Range(0, inFlight).Select(async _ =>
            {
                while (Interlocked.Increment(ref begun) <= calls) await call(caller);
            }));
        }

        var time = Stopwatch.GetElapsedTime(start);
        return new(
            (Environment.CpuUsage.TotalTime - cpu).TotalMicroseconds / calls,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / calls,
            calls / time.TotalSeconds);
    }
}
