namespace Peeker.Benchmarks.Measuring;

/// <summary>
/// Measures several pieces of work against the first, turn by turn: what else the machine does hits all of them alike. The first runs
/// twice in each round, and how far that control is from 1 says how far any figure can be trusted.
/// </summary>
internal sealed class Contest(int rounds, TimeSpan turn)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(30);

    /// <summary>The control's ratio, and then one for each piece of work; the first's is 1.</summary>
    public (double Control, double[] Ratios) Ratios(params IReadOnlyList<Action> work)
    {
        var compiler = new BackgroundCompiler();
        do
        {
            foreach (var one in work) Repeat(one, WarmUp);
        }
        while (compiler.IsBusy());

        IReadOnlyList<Action> turns = [.. work, work[0]];
        var times = turns.Select(one => TimesIn(one, turn)).ToArray();
        var ratios = turns.Select(_ => new double[rounds]).ToArray();
        var (took, order) = (new double[turns.Count], new Turns(turns.Count));
        for (var round = 0; round < rounds; round++)
        {
            foreach (var one in order.Next()) took[one] = Run(turns[one], times[one]);
            for (var one = 0; one < turns.Count; one++) ratios[one][round] = took[one] / took[0];
        }

        return (Median(ratios[^1]), [.. ratios.Take(work.Count).Select(Median)]);
    }

    /// <summary>The bytes one piece of work allocates on its thread, once it has warmed up.</summary>
    public static long Allocated(Action work)
    {
        const int times = 256;
        for (var time = 0; time < times; time++) work();

        // A pool that grows, or a cache that is filled, is no part of the work: the least of several runs is exact.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var time = 0; time < times; time++) work();
            return (GC.GetAllocatedBytesForCurrentThread() - before) / times;
        });
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static void Repeat(Action work, TimeSpan time)
    {
        for (var end = ThreadClock.Nanoseconds + time.TotalNanoseconds; ThreadClock.Nanoseconds < end;) work();
    }

    private static int TimesIn(Action work, TimeSpan time)
    {
        var times = 1;
        double took;
        while ((took = Run(work, times)) * times < time.TotalNanoseconds / 8) times *= 2;
        return Math.Max(1, (int)(time.TotalNanoseconds / took));
    }

    /// <summary>The nanoseconds of one time, by the processor time of this thread: collections run on it too.</summary>
    private static double Run(Action work, int times)
    {
        var start = ThreadClock.Nanoseconds;
        for (var time = 0; time < times; time++) work();
        return (ThreadClock.Nanoseconds - start) / times;
    }
}
