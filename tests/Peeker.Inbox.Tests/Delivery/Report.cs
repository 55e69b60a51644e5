using System.Globalization;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>What a run showed.</summary>
internal sealed record Report(string Kind, int Instances, int Kills, TimeSpan Took, int Deliveries, int Accepted, int Extra, int Cut, int MostDeliveries, IReadOnlyList<WitnessLine> Lines, Verdict Verdict)
{
    public int Failed => Lines.Count(line => line.What == "fail");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Kind}, {Instances} instance(s), {Kills} kills, {Took.TotalSeconds:0} s
        deliveries {Deliveries}, accepted {Accepted}, duplicates {Extra}, met a dead instance or a kill {Cut}; most for one event {MostDeliveries}
        runs {Lines.Count(line => line.What == "begin")}, failed {Failed}, told that they repeat {Lines.Count(line => line is { What: "begin", IsRepeat: true })}, completions refused {Lines.Count(line => line.What == "refused")}
        {Verdict}
        """);
}
