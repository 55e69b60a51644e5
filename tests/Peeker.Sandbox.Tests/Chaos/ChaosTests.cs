using Xunit.Abstractions;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>Calls that meet every fault the sandbox knows, in seeded chance, over real connections; judged by the sandbox's own record.</summary>
[Collection(nameof(Alone))]
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Seed = 20;

    // What a busy machine may take to run what is due.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(2);

    // x-replay-pause-seconds, less what two clocks of one machine may differ by.
    private static readonly TimeSpan OrderPause = TimeSpan.FromSeconds(4.95);

    [Fact]
    public Task Among_a_thousand_calls_nothing_hangs_leaks_or_is_done_twice() => Judge(1_000, TimeSpan.FromSeconds(12));

    /// <summary>A call that is never answered uses all of its time. With 10,000 calls that is 40 seconds; with fewer it is less, or the run would be little else than waiting.</summary>
    [ChaosFact]
    [Trait("Category", "Long")]
    public Task Among_many_calls_nothing_hangs_leaks_or_is_done_twice() => Judge(ChaosFactAttribute.Count!.Value, TimeSpan.FromSeconds(20 + (ChaosFactAttribute.Count!.Value / 500)));

    private async Task Judge(int count, TimeSpan deadline)
    {
        var run = await ChaosRun.OfAsync(count, deadline, Seed);
        ChaosReport.Write(run, output);
        Assert.Equal(count, run.Results.Count);
        None(run.Results.Where(result => result.Failure is not (null or PeekerException)).Select(result => $"{result.Call.Operation}: {result.Failure}"));
        None(run.Results.Where(result => result.Late > Slack).Select(result => $"{result.Call.Operation} ended {result.Late} after its deadline"));
        None(run.Unobserved.Select(exception => $"nobody looked at {exception}"));
        Assert.True(run.MostConnections <= 2 * ChaosRun.InFlight, $"{run.MostConnections} connections were open at a time.");
        Assert.Equal((0, 0), (run.HeldConnections, run.OpenConnections));
        None(run.OrderPauses.Where(pause => pause < OrderPause).Select(pause => $"an order that was left open was sent again after {pause}"));
        None(ChaosVerdict.Of(run));
        None(ChaosVerdict.NotTried(run).Select(missing => $"nothing met {missing}"));
    }

    private static void None(IEnumerable<string> problems)
    {
        var all = problems.ToList();
        Assert.True(all.Count == 0, $"{all.Count} problems:\n{string.Join('\n', all.Take(20))}");
    }
}

/// <summary>Alone, because unobserved exceptions, the thread pool and time belong to the whole process.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
