namespace Peeker.AspNetCore;

/// <summary>Takes an event that can be trusted: a durable inbox keeps it, any other has it worked on now.</summary>
internal sealed class EventDesk
{
    private readonly IWebhookInbox _inbox;
    private readonly EventRun _run;
    private readonly WorkSignal _signal;
    private readonly WebhookLog _log;
    private Patience _patience;
    private int _toldOfSlowness;

    public EventDesk(IWebhookInbox inbox, EventRun run, WorkSignal signal, WebhookLog log)
    {
        (_inbox, _run, _signal, _log) = (inbox, run, signal, log);
        _patience = new(default, TellOfSlowness);
    }

    /// <param name="delivered">The event.</param>
    /// <param name="settings">The settings that hold now.</param>
    /// <param name="read">The event as it was read from its body, where somebody did already.</param>
    public async ValueTask<DeskAnswer> TakeAsync(InboxEvent delivered, PeekerWebhookSettings settings, WebhookEvent? read = null)
    {
        // Nothing here ends with the request: a caller that has gone away does not undo what a handler did. It ends with the host.
        try
        {
            if (_inbox is not IDurableWebhookInbox durable) return await WorkAsync(delivered, settings, read).ConfigureAwait(false);
            if (!await durable.AcceptAsync(delivered).ConfigureAwait(false)) return DeskAnswer.Known;
            _signal.Set();
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
        var (answer, claim) = await _inbox.ClaimAsync(delivered, settings.Lease).ConfigureAwait(false);
        if (answer != InboxAnswer.Claimed) return answer == InboxAnswer.Busy ? DeskAnswer.Busy : DeskAnswer.Known;
        var result = await _run.RunAsync(claim!, settings, delivered.IsReconciled ? null : PatienceBy(settings), read).ConfigureAwait(false);
        switch (result.End)
        {
            case RunEnd.Completed: return DeskAnswer.Done;
            case RunEnd.Known: return DeskAnswer.Known;
            case RunEnd.TakenOver: return DeskAnswer.Busy;
            case RunEnd.Stopped:
                _log.GivenBack(delivered.EventType, delivered.EventId);
                await _inbox.ReleaseAsync(claim!, TimeSpan.Zero).ConfigureAwait(false);
                return DeskAnswer.Unavailable;
        }

        _log.HandlerFailed(result.Failure, delivered.EventType, delivered.EventId, claim!.Attempt);
        await _inbox.ReleaseAsync(claim, TimeSpan.Zero).ConfigureAwait(false);
        return DeskAnswer.Failed;
    }

    // Of settings that hold longer than a delivery takes, so that it is hardly ever made.
    private Patience? PatienceBy(PeekerWebhookSettings settings)
    {
        if (_toldOfSlowness != 0) return null;
        return _patience.After == settings.SlowAfter ? _patience : _patience = _patience with { After = settings.SlowAfter };
    }

    private void TellOfSlowness(InboxClaim claim, TimeSpan after)
    {
        if (Interlocked.Exchange(ref _toldOfSlowness, 1) == 0) _log.HandlerIsSlow(claim.Event.EventType, claim.Event.EventId, after.TotalSeconds);
    }
}
