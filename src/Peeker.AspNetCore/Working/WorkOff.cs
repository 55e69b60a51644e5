namespace Peeker.AspNetCore;

/// <summary>Works on one event of a durable inbox, and decides when it is tried again, or no more.</summary>
internal sealed class WorkOff(EventRun run, RetryPause pause, WebhookLog log)
{
    // The reason of an event whose handlers never came to an end: each time the process died, or lost the lease.
    private const string NeverEnded = "LeaseExpired";

    public async Task RunAsync(IDurableWebhookInbox inbox, InboxClaim claim, PeekerWebhookSettings settings)
    {
        var (type, id) = (claim.Event.EventType, claim.Event.EventId);
        try
        {
            if (claim.Attempt > settings.MaxAttempts)
            {
                await BuryAsync(NeverEnded).ConfigureAwait(false);
                return;
            }

            var result = await run.RunAsync(claim, settings, new(settings.SlowInBackgroundAfter, TellOfHanging)).ConfigureAwait(false);
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

    private void TellOfHanging(InboxClaim claim, TimeSpan after) => log.HandlerHangs(claim.Event.EventType, claim.Event.EventId, claim.Attempt, after.TotalSeconds);
}
