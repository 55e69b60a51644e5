namespace Peeker.Inbox.Tests.Delivery;

/// <summary>What the receivers did against what was sent.</summary>
/// <param name="Events">Events sent.</param>
/// <param name="Lost">Events that the inbox does not hold as completed.</param>
/// <param name="CompletedTwice">Events whose completion was granted more than once.</param>
/// <param name="RunAfterCompletion">Runs that began on an event after it was completed.</param>
/// <param name="CompletedWithoutRun">Completed events with no run that came to its end.</param>
/// <param name="CutDown">Runs that were cut down in the middle.</param>
/// <param name="CutDownForGood">Of these, runs that no later one followed.</param>
/// <param name="Untold">Runs on an event that another had begun on before, and that were not told so.</param>
internal sealed record Verdict(int Events, int Lost, int CompletedTwice, int RunAfterCompletion, int CompletedWithoutRun, int CutDown, int CutDownForGood, int Untold)
{
    public bool IsOnceEach => Events > 0 && (Lost, CompletedTwice, RunAfterCompletion, CompletedWithoutRun, CutDownForGood, Untold) == (0, 0, 0, 0, 0, 0);

    public static Verdict Of(IReadOnlyCollection<string> sent, IReadOnlySet<string> completed, IEnumerable<WitnessLine> lines)
    {
        var verdict = new Verdict(sent.Count, sent.Count(id => !completed.Contains(id)), 0, 0, 0, 0, 0, 0);
        var byEvent = lines.OrderBy(line => line.At).ToLookup(line => line.EventId);
        return sent.Aggregate(verdict, (sum, id) => sum.With(completed.Contains(id), [.. byEvent[id]]));
    }

    public override string ToString() =>
        $"events {Events}, lost {Lost}, completed twice {CompletedTwice}, run after completion {RunAfterCompletion}, completed without a run {CompletedWithoutRun}, "
        + $"cut down {CutDown}, of these for good {CutDownForGood}, repeated and not told {Untold}";

    private Verdict With(bool isCompleted, List<WitnessLine> lines)
    {
        var firstBegin = lines.FindIndex(line => line.What == "begin");
        var completion = lines.FindIndex(line => line.What == "completed");
        var cut = lines.Where((line, index) => line.What == "begin" && !IsEnded(lines, index)).ToList();
        return this with
        {
            CompletedTwice = CompletedTwice + (lines.Count(line => line.What == "completed") > 1 ? 1 : 0),
            RunAfterCompletion = RunAfterCompletion + (completion < 0 ? 0 : lines.Skip(completion).Count(line => line.What == "begin")),
            CompletedWithoutRun = CompletedWithoutRun + (isCompleted && !lines.Exists(line => line.What == "end") ? 1 : 0),
            CutDown = CutDown + cut.Count,
            CutDownForGood = CutDownForGood + cut.Count(begun => !lines.Exists(line => line is { What: "begin", IsRepeat: true } && line.At > begun.At)),
            Untold = Untold + lines.Where((line, index) => index > firstBegin && line is { What: "begin", IsRepeat: false }).Count(),
        };
    }

    // In one process the runs of an event follow each other.
    private static bool IsEnded(List<WitnessLine> lines, int begun) =>
        lines.Skip(begun + 1).FirstOrDefault(line => line.Life == lines[begun].Life)?.What is "end" or "fail";
}
