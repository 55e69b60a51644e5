namespace Peeker.Benchmarks.Measuring;

/// <summary>How long to measure. Without every event, one of each shape of data stands for the others.</summary>
internal sealed record Effort(int Rounds, TimeSpan Turn, int Calls, int CallRounds, int Launches, bool EveryEvent)
{
    public static Effort Quick { get; } = new(31, TimeSpan.FromMilliseconds(2), 250, 15, 41, false);

    public static Effort Full { get; } = new(101, TimeSpan.FromMilliseconds(4), 1_000, 31, 81, true);

    public Contest Contest => new(Rounds, Turn);
}
