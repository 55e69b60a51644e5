namespace Peeker.AspNetCore;

/// <summary>Takes an event that can be trusted: a durable inbox keeps it, any other has it worked on now.</summary>
internal sealed class EventDesk(IWebhookInbox inbox, EventRun run, WorkSignal signal, StopLimit limit, TimeProvider time, WebhookLog log)
{
    private int _toldOfSlowness;

    /// <param name="delivered">The event.</param>
    /// <param name="settings">The settings that hold now.</param>
    /// <param name="read">The event as it was read from its body, where somebody did already.</param>
    public async Task<DeskAnswer> TakeAsync(InboxEvent delivered, PeekerWebhookSettings settings, WebhookEvent? read = null)
    {
        // Nothing here ends with the request: a caller that has gone away does not undo what a handler did. It ends with the host.
        try
        {
            if (inbox is not IDurableWebhookInbox durable) return await WorkAsync(delivered, settings, read).ConfigureAwait(false);
            if (!await durable.AcceptAsync(delivered).ConfigureAwait(false)) return DeskAnswer.Known;
            signal.Set();
            return DeskAnswer.Kept;
        }
#pragma warning disable CA1031 // Whatever the store threw: the event is delivered again.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.InboxFailed(failure, delivered.EventType, delivered.EventId);
            return DeskAnswer.Unavailable;
        }
    }

    private async Task<DeskAnswer> WorkAsync(InboxEvent delivered, PeekerWebhookSettings settings, WebhookEvent? read)
    {
        var (answer, claim) = await inbox.ClaimAsync(delivered, settings.Lease).ConfigureAwait(false);
        if (answer != InboxAnswer.Claimed) return answer == InboxAnswer.Busy ? DeskAnswer.Busy : DeskAnswer.Known;
        RunResult result;
        using (time.CreateTimer(_ => TellOfSlowness(delivered, settings), null, settings.SlowAfter, Timeout.InfiniteTimeSpan))
            result = await run.RunAsync(claim!, settings, limit.Token, read).ConfigureAwait(false);
        switch (result.End)
        {
            case RunEnd.Completed: return DeskAnswer.Done;
            case RunEnd.Known: return DeskAnswer.Known;
            case RunEnd.TakenOver: return DeskAnswer.Busy;
            case RunEnd.Stopped:
                log.GivenBack(delivered.EventType, delivered.EventId);
                await inbox.ReleaseAsync(claim!, TimeSpan.Zero).ConfigureAwait(false);
                return DeskAnswer.Unavailable;
        }

        log.HandlerFailed(result.Failure, delivered.EventType, delivered.EventId, claim!.Attempt);
        await inbox.ReleaseAsync(claim, TimeSpan.Zero).ConfigureAwait(false);
        return DeskAnswer.Failed;
    }

    private void TellOfSlowness(InboxEvent delivered, PeekerWebhookSettings settings)
    {
        if (!delivered.IsReconciled && Interlocked.Exchange(ref _toldOfSlowness, 1) == 0) log.HandlerIsSlow(delivered.EventType, delivered.EventId, settings.SlowAfter.TotalSeconds);
    }
}
