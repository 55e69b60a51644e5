namespace Peeker.AspNetCore;

/// <summary>Works on one event of a durable inbox, and decides when it is tried again, or no more.</summary>
internal sealed class WorkOff(EventRun run, RetryPause pause, Alarms alarms, WebhookLog log)
{
    // The reason of an event whose handlers never came to an end: each time the process died, or lost the lease.
    private const string NeverEnded = "LeaseExpired";

    private static readonly ContextCallback TellOfHanging = static hanging =>
    {
        var (log, claim, after) = ((WebhookLog, InboxClaim, TimeSpan))hanging!;
        log.HandlerHangs(claim.Event.EventType, claim.Event.EventId, claim.Attempt, after.TotalSeconds);
    };

    public async Task RunAsync(IDurableWebhookInbox inbox, InboxClaim claim, PeekerWebhookSettings settings, CancellationToken hurry)
    {
        var (type, id) = (claim.Event.EventType, claim.Event.EventId);
        try
        {
            if (claim.Attempt > settings.MaxAttempts)
            {
                await BuryAsync(NeverEnded).ConfigureAwait(false);
                return;
            }

            var result = await RunWatchedAsync(claim, settings, hurry).ConfigureAwait(false);
            if (result.End == RunEnd.Stopped)
            {
                log.GivenBack(type, id);
                await inbox.GiveBackAsync(claim, CancellationToken.None).ConfigureAwait(false);
            }

            if (result.End != RunEnd.Failed) return;
            log.HandlerFailed(result.Failure, type, id, claim.Attempt);
            if (claim.Attempt >= settings.MaxAttempts) await BuryAsync(result.Failure).ConfigureAwait(false);
            else await inbox.ReleaseAsync(claim, pause.After(claim.Attempt, settings), CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the store threw: the lease ends by itself, and the event is claimed again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.InboxFailed(failure, type, id);
        }

        async Task BuryAsync(string reason)
        {
            log.Buried(type, id, claim.Attempt, reason);
            await inbox.BuryAsync(claim, reason, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task<RunResult> RunWatchedAsync(InboxClaim claim, PeekerWebhookSettings settings, CancellationToken hurry)
    {
        var alarm = alarms.Set(settings.SlowInBackgroundAfter, Timeout.InfiniteTimeSpan, TellOfHanging, (log, claim, settings.SlowInBackgroundAfter));
        try
        {
            return await run.RunAsync(claim, settings, hurry).ConfigureAwait(false);
        }
        finally
        {
            alarms.Return(alarm);
        }
    }
}
