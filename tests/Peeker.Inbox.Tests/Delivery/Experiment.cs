using System.Diagnostics;
using Peeker.Sandbox;

namespace Peeker.Inbox.Tests.Delivery;

/// <summary>The sandbox sends events, receivers work on them, and are killed again and again.</summary>
/// <remarks>
/// Peeker delivers an event five times, at 0, 1, 11, 111 and 1071 minutes. Kills happen at the first two only, and a handler fails twice at the most, so that one
/// delivery at least meets a receiver that lives and a handler that does not fail: what is lost then is lost by the inbox.
/// </remarks>
internal sealed class Experiment(string kind, string place, DirectoryInfo folder, int events, int kills, int instances, int seed)
{
    private const int AtOnce = 32;
    private const double DuplicateShare = 0.2;

    // Of the receivers' two seconds, and some more.
    private static readonly TimeSpan AfterTheLease = TimeSpan.FromSeconds(3);

    private readonly Random _chance = new(seed);
    private readonly List<ReceiverProcess> _receivers = [];
    private int _kills;

    /// <param name="readAsync">Which events the inbox holds as completed; asked until it is all, or patience ends.</param>
    public async Task<Report> RunAsync(Func<IReadOnlyCollection<string>, Task<IReadOnlySet<string>>> readAsync)
    {
        const string Secret = "whsec_of_the_experiment";
        var clock = Stopwatch.StartNew();
        for (var number = 1; number <= instances; number++) _receivers.Add(new($"receiver-{number}", kind, place, Secret, folder));
        try
        {
            await Task.WhenAll(_receivers.Select(receiver => receiver.StartAsync()));
            using var crossroads = new Crossroads(_receivers);
            await using var sandbox = PeekerSandbox.Create(new()
            {
                Seed = seed, FrozenAt = TimeProvider.System.GetUtcNow(), WebhookSecret = Secret, WebhookUrl = new("http://receiver.example/webhooks/peeker"), WebhookHandler = crossroads,
                WebhookPatience = TimeSpan.FromSeconds(90),
            });
            sandbox.Webhooks.AtOnce = AtOnce;
            sandbox.Webhooks.DuplicateShare = DuplicateShare;
            var sent = Trigger(sandbox);
            await sandbox.Clock.AdvanceAsync(TimeSpan.Zero);
            sandbox.Webhooks.Release(WebhookOrder.Shuffled);
            var early = kills * 4 / 5;
            await DeliverAsync(sandbox, crossroads, TimeSpan.Zero, early, (int)(events * (1 + DuplicateShare) / (early + 1)));
            await DeliverAsync(sandbox, crossroads, TimeSpan.FromMinutes(1), kills - early, Math.Max(5, events / 500));
            foreach (var minutes in (int[])[10, 100, 960]) await DeliverAsync(sandbox, crossroads, TimeSpan.FromMinutes(minutes), 0, 0);
            var completed = await readAsync(sent);
            for (var patience = 0; completed.Count < sent.Count && patience < 120; patience++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
                completed = await readAsync(sent);
            }

            foreach (var receiver in _receivers) await receiver.KillAsync();
            var deliveries = sandbox.Webhooks.Deliveries;
            var lines = WitnessLine.ReadAll(folder).ToList();
            return new(
                kind, instances, _kills, clock.Elapsed, deliveries.Count, deliveries.Count(one => one.IsAccepted), deliveries.Count(one => one.IsExtra), crossroads.Cut,
                deliveries.Max(one => one.Attempt), lines, Verdict.Of(sent, completed, lines));
        }
        finally
        {
            foreach (var receiver in _receivers) receiver.Dispose();
        }
    }

    private List<string> Trigger(PeekerSandbox sandbox)
    {
        WebhookEventType[] types = [WebhookEventType.OrderInProgress, WebhookEventType.OrderCompleted, WebhookEventType.DomainConnected, WebhookEventType.SwapCompleted, WebhookEventType.DomainImportCompleted];
        sandbox.Webhooks.Hold();
        return [.. Enumerable.Range(0, events).Select(number => sandbox.Webhooks.Trigger(types[number % types.Length]))];
    }

    // What failed before comes again when the clock has moved on, and the leases of the dead are over.
    private async Task DeliverAsync(PeekerSandbox sandbox, Crossroads crossroads, TimeSpan by, int deaths, int every)
    {
        var before = crossroads.Answered;
        if (by > TimeSpan.Zero) await Task.Delay(AfterTheLease);
        var delivering = sandbox.Clock.AdvanceAsync(by);
        for (var death = 1; death <= deaths; death++)
        {
            while (crossroads.Answered < before + death * every && !delivering.IsCompleted) await Task.Delay(5);
            await Task.Delay(_chance.Next(50));
            var receiver = _receivers[_chance.Next(instances)];
            await receiver.KillAsync();
            _kills++;
            await receiver.StartAsync();
        }

        await delivering;
    }
}
