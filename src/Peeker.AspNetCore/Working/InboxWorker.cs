using Microsoft.Extensions.Hosting;

namespace Peeker.AspNetCore;

/// <summary>Works off a durable inbox, so many events at a time.</summary>
internal sealed class InboxWorker(
    IWebhookInbox inbox, WorkOff workOff, WorkSignal signal, StopLimit limit, SettingsInForce inForce, IEnumerable<HandlerEntry> handlers, IHostEnvironment environment, TimeProvider time, WebhookLog log)
    : BackgroundService
{
    // Also the pause when an event is due that nobody gave out, so that a store that is wrong about it costs little.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(50);

    private PeekerWebhookSettings _settings = new();
    private DateTimeOffset _nextSweep;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // The settings were found good a moment ago. Seen now, they are what a change for the worse falls back to, though it comes before the first delivery.
        inForce.TryGet(out _);
        if (!handlers.Any()) log.NoHandler();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The host's own patience may end before ours.
        using (cancellationToken.Register(limit.Reach)) await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (inbox is not IDurableWebhookInbox durable)
        {
            if (inbox is InMemoryWebhookInbox && !environment.IsDevelopment()) log.InboxIsInMemory();
            return;
        }

        _settings = inForce.Latest;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        using var slots = new SemaphoreSlim(_settings.Workers);
        var places = _settings.Workers;
        try
        {
            // What is given back then must not be claimed again here, although the host may not have come to this service yet.
            while (!limit.Token.IsCancellationRequested)
            {
                await slots.WaitAsync(stop.Token).ConfigureAwait(false);
                if (await NextAsync(durable).ConfigureAwait(false) is { } claim)
                {
                    _ = RunAsync(claim);
                    continue;
                }

                slots.Release();
                await signal.WaitAsync(await PauseAsync(durable).ConfigureAwait(false), stop.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }

        for (var place = 0; place < places; place++) await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);

        async Task RunAsync(InboxClaim claim)
        {
            // A handler that never yields must not hold up the others.
            await Task.Yield();
            try
            {
                await workOff.RunAsync(durable, claim, _settings).ConfigureAwait(false);
            }
            finally
            {
                slots.Release();
                signal.Set();
            }
        }
    }

    private async Task<InboxClaim?> NextAsync(IDurableWebhookInbox durable)
    {
        _settings = inForce.Latest;
        try
        {
            if (time.GetUtcNow() >= _nextSweep)
            {
                _nextSweep = time.GetUtcNow() + _settings.SweepEvery;
                await durable.SweepAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return await durable.ClaimNextAsync(_settings.Lease, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the store threw: it is asked again after a pause.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.StoreFailed(failure);
            return null;
        }
    }

    private async Task<TimeSpan> PauseAsync(IDurableWebhookInbox durable)
    {
        try
        {
            var due = await durable.NextDueAsync(CancellationToken.None).ConfigureAwait(false) ?? _settings.PollEvery;
            return due < ShortestPause ? ShortestPause : due < _settings.PollEvery ? due : _settings.PollEvery;
        }
#pragma warning disable CA1031 // As above.
        catch (Exception)
#pragma warning restore CA1031
        {
            return _settings.PollEvery;
        }
    }
}
