namespace Peeker.AspNetCore;

/// <summary>Takes an event that can be trusted: a durable inbox keeps it, any other has it worked on now.</summary>
internal sealed class EventDesk(IWebhookInbox inbox, EventRun run, WorkSignal signal, StopLimit limit, Alarms alarms, WebhookLog log)
{
    private static readonly ContextCallback TellOfSlowness = static slow =>
    {
        var (desk, happened, after) = ((EventDesk, InboxEvent, TimeSpan))slow!;
        if (Interlocked.Exchange(ref desk._toldOfSlowness, 1) == 0) desk._log.HandlerIsSlow(happened.EventType, happened.EventId, after.TotalSeconds);
    };

    private readonly WebhookLog _log = log;
    private int _toldOfSlowness;

    /// <param name="delivered">The event.</param>
    /// <param name="settings">The settings that hold now.</param>
    /// <param name="read">The event as it was read from its body, where somebody did already.</param>
    public async ValueTask<DeskAnswer> TakeAsync(InboxEvent delivered, PeekerWebhookSettings settings, WebhookEvent? read = null)
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
            _log.InboxFailed(failure, delivered.EventType, delivered.EventId);
            return DeskAnswer.Unavailable;
        }
    }

    private async ValueTask<DeskAnswer> WorkAsync(InboxEvent delivered, PeekerWebhookSettings settings, WebhookEvent? read)
    {
        var (answer, claim) = await inbox.ClaimAsync(delivered, settings.Lease).ConfigureAwait(false);
        if (answer != InboxAnswer.Claimed) return answer == InboxAnswer.Busy ? DeskAnswer.Busy : DeskAnswer.Known;
        var result = _toldOfSlowness != 0 || delivered.IsReconciled
            ? await run.RunAsync(claim!, settings, limit.Token, read).ConfigureAwait(false)
            : await RunWatchedAsync(claim!, settings, read).ConfigureAwait(false);
        switch (result.End)
        {
            case RunEnd.Completed: return DeskAnswer.Done;
            case RunEnd.Known: return DeskAnswer.Known;
            case RunEnd.TakenOver: return DeskAnswer.Busy;
            case RunEnd.Stopped:
                _log.GivenBack(delivered.EventType, delivered.EventId);
                await inbox.ReleaseAsync(claim!, TimeSpan.Zero).ConfigureAwait(false);
                return DeskAnswer.Unavailable;
        }

        _log.HandlerFailed(result.Failure, delivered.EventType, delivered.EventId, claim!.Attempt);
        await inbox.ReleaseAsync(claim, TimeSpan.Zero).ConfigureAwait(false);
        return DeskAnswer.Failed;
    }

    private async ValueTask<RunResult> RunWatchedAsync(InboxClaim claim, PeekerWebhookSettings settings, WebhookEvent? read)
    {
        var alarm = alarms.Set(settings.SlowAfter, Timeout.InfiniteTimeSpan, TellOfSlowness, (this, claim.Event, settings.SlowAfter));
        try
        {
            return await run.RunAsync(claim, settings, limit.Token, read).ConfigureAwait(false);
        }
        finally
        {
            alarms.Return(alarm);
        }
    }
}
