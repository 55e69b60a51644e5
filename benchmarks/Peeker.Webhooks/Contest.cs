using System.Diagnostics;

namespace Peeker.WebhookBenchmarks;

/// <summary>Measures several pieces of work against the first, turn by turn: what else the machine does hits all of them alike.</summary>
internal sealed class Contest(int rounds, int times)
{
    /// <summary>For each piece of work the median, over the rounds, of its time divided by the first one's in the same round.</summary>
    public double[] Ratios(params Action[] work)
    {
        foreach (var one in work) Run(one);
        var ratios = work.Select(_ => new double[rounds]).ToArray();
        var took = new double[work.Length];
        for (var round = 0; round < rounds; round++)
        {
            // Each begins as often as the others, so that none always runs after the same one.
            for (var turn = 0; turn < work.Length; turn++)
            {
                var one = (turn + round) % work.Length;
                took[one] = Run(work[one]);
            }

            for (var one = 0; one < work.Length; one++) ratios[one][round] = took[one] / took[0];
        }

        return [.. ratios.Select(ratio => ratio.Order().ElementAt(rounds / 2))];
    }

    /// <summary>The bytes one piece of work allocates, once it has warmed up.</summary>
    public static double Allocated(Action work)
    {
        for (var time = 0; time < 200; time++) work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++) work();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
    }

    private double Run(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        for (var time = 0; time < times; time++) work();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
