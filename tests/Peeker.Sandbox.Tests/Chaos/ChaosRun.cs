using System.Collections.Concurrent;
using System.Diagnostics;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>The experiment: many calls at once over real connections, of which nearly a third of the attempts meets a fault.</summary>
internal sealed record ChaosRun(
    IReadOnlyList<ChaosResult> Results, IReadOnlyList<ReceivedRequest> Requests, Aftermath Aftermath, IReadOnlyList<Exception> Unobserved, IReadOnlyList<TimeSpan> OrderPauses,
    long MostConnections, long HeldConnections, long OpenConnections, TimeSpan Duration)
{
    public const int InFlight = 64;

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(1);

    /// <summary>What the sandbox can do, and a stall that an attempt survives, one before the work and one after it.</summary>
    public static readonly IReadOnlyList<SandboxFault> Faults =
    [
        .. SandboxFault.All.Select(fault => fault.Kind == FaultKind.Stall ? fault with { StallFor = TimeSpan.FromSeconds(5) } : fault),
        new(FaultKind.Stall) { StallFor = TimeSpan.FromMilliseconds(200) },
        new(FaultKind.Stall) { StallFor = TimeSpan.FromMilliseconds(200), AfterWork = true },
    ];

    public static async Task<ChaosRun> OfAsync(int count, TimeSpan deadline, int seed)
    {
        using var unobserved = new UnobservedExceptions();
        await using var sandbox = await PeekerSandbox.StartAsync(new() { RateLimit = null, Seed = seed });
        await using var door = new FrontDoor(sandbox.BaseAddress);
        using var connections = new Connections(sandbox.BaseAddress.Port, door.BaseAddress.Port);
        using var handler = sandbox.CreateHandler();
        using var calm = new PeekerClient(sandbox.ApiKey, new() { Handler = handler, RequestsPerMinute = null });
        var calls = await new ChaosPlan(calm).MakeAsync(count, sandbox, seed);
        using var pauses = new OrderPauses();
        await using var traffic = new Traffic(sandbox);
        sandbox.Faults.Share(0.3, [.. Faults]);
        var watch = Stopwatch.StartNew();
        var results = new ConcurrentBag<ChaosResult>();
        long held;
        using (var straight = ClientOf(sandbox.BaseAddress))
        using (var throughDoor = ClientOf(door.BaseAddress))
        {
            await Parallel.ForEachAsync(calls, new ParallelOptions { MaxDegreeOfParallelism = InFlight }, async (call, _) =>
                results.Add(await MakeAsync(call, call.ThroughDoor ? throughDoor : straight, deadline)));
            watch.Stop();
            await Until(() => connections.Held == 0);
            held = connections.Held;
        }

        await Until(() => connections.Open == 0);
        var requests = await traffic.EndAsync();
        sandbox.Faults.Clear();
        var aftermath = await Aftermath.ReadAsync(calm);
        return new([.. results], requests, aftermath, unobserved.Seen, pauses.All, connections.Most, held, connections.Open, watch.Elapsed);

        PeekerClient ClientOf(Uri address) => new(sandbox.ApiKey, new() { BaseAddress = address, AttemptTimeout = AttemptTimeout, Deadline = deadline, RequestsPerMinute = null });
    }

    private static async Task<ChaosResult> MakeAsync(ChaosCall call, PeekerClient peeker, TimeSpan deadline)
    {
        var client = call.Deadline is null ? peeker : peeker.With(new PeekerCallOptions { Deadline = call.Deadline, AttemptTimeout = deadline });
        var began = Stopwatch.GetTimestamp();
        Exception? failure = null;
        try
        {
            await call.Send(client);
        }
#pragma warning disable CA1031 // Whatever it is, it is judged.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
        }

        return new(call, failure, Stopwatch.GetElapsedTime(began), call.Deadline ?? deadline);
    }

    // Long enough for a stall of five seconds to end at the server.
    private static async Task Until(Func<bool> condition)
    {
        for (var round = 0; round < 100 && !condition(); round++) await Task.Delay(100);
    }
}
