using System.Globalization;

namespace Peeker.Kill.Tests;

/// <summary>What a run showed.</summary>
internal sealed record Report(int Seed, TimeSpan Took, IReadOnlyList<Kill> Kills, IReadOnlyList<SandboxRequest> Requests, Verdict Verdict)
{
    public int Hits(Phase phase) => Kills.Count(kill => kill.Hit(Requests) == phase);

    public int Drops(bool afterWork) => Requests.Count(request => request.IsDropped(afterWork));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Kills.Count} kills, seed {Seed}, {Took.TotalSeconds:0} s
          before the store        {Hits(Phase.BeforeTheStore),4}
          after the store         {Hits(Phase.AfterTheStore),4}
          in flight               {Hits(Phase.InFlight),4}
          answered, not recorded  {Hits(Phase.NotRecorded),4}
          missed: not yet sent    {Hits(Phase.NotArrived),4}
          missed: recorded        {Hits(Phase.Recorded),4}
        {Requests.Count(request => request.IsOrder)} requests for orders; connections dropped before the work {Drops(false)}, after it {Drops(true)}
        {Verdict}
        """);
}
