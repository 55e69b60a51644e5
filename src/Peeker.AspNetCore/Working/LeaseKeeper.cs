namespace Peeker.AspNetCore;

/// <summary>Renews a lease while a handler runs, and cancels the handler when somebody else has taken over.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _handler;
    private readonly IWebhookInbox _inbox;
    private readonly InboxClaim _claim;
    private readonly TimeSpan _lease;
    private readonly WebhookLog _log;
    private readonly Alarms _alarms;
    private readonly Alarm _alarm;

    // Most handlers end long before the first renewal.
    private CancellationTokenSource? _end;
    private Task _renewing = Task.CompletedTask;
    private bool _ended;

    public LeaseKeeper(IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, Alarms alarms, WebhookLog log, CancellationToken stop)
    {
        (_inbox, _claim, _lease, _alarms, _log) = (inbox, claim, lease, alarms, log);
        _handler = CancellationTokenSource.CreateLinkedTokenSource(stop);

        // Two renewals may fail before the lease ends.
        _alarm = alarms.Set(lease / 3, lease / 3, static keeper => ((LeaseKeeper)keeper!).Ring(), this);
    }

    public CancellationToken Token => _handler.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        Task renewing;
        lock (_lock) (_ended, renewing) = (true, _renewing);
        _alarms.Return(_alarm);
        if (!renewing.IsCompleted) await _end!.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        _handler.Dispose();
        _end?.Dispose();
    }

    private void Ring()
    {
        lock (_lock)
        {
            // A store that is slow is not asked again before it has answered.
            if (_ended || IsLost || !_renewing.IsCompleted) return;
            _end ??= new();
            _renewing = Task.Run(RenewAsync);
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            if (await _inbox.RenewAsync(_claim, _lease, _end!.Token).ConfigureAwait(false)) return;
            IsLost = true;
        }
#pragma warning disable CA1031 // Whatever the store threw: the next ring tries again, and the fencing token guards the rest. A renewal that was cut off is nothing to tell of.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!_end!.IsCancellationRequested) _log.InboxFailed(failure, _claim.Event.EventType, _claim.Event.EventId);
            return;
        }

        await CancelAsync().ConfigureAwait(false);
    }

    private async Task CancelAsync()
    {
        try
        {
            await _handler.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException failure)
        {
            _log.CancellationFailed(failure.GetBaseException().GetType().FullName);
        }
    }
}
