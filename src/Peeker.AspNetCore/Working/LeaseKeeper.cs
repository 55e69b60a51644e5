namespace Peeker.AspNetCore;

/// <summary>Renews a lease while a handler runs, and cancels the handler when somebody else has taken over.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly object _lock = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _handler;
    private readonly PeriodicTimer _timer;
    private readonly Task _renewing;
    private bool _ended;
    private bool _asks;

    public LeaseKeeper(IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, TimeProvider time, WebhookLog log, CancellationToken stop)
    {
        _handler = CancellationTokenSource.CreateLinkedTokenSource(stop);

        // Two renewals may fail before the lease ends.
        _timer = new(lease / 3, time);
        _renewing = RenewAsync(inbox, claim, lease, log);
    }

    public CancellationToken Token => _handler.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        bool asks;
        lock (_lock)
        {
            _ended = true;
            asks = _asks;
        }

        // The wait for the next renewal ends without an exception, which nearly every event would pay for. Only one under way has to be cut off.
        _timer.Dispose();
        if (asks) await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        _handler.Dispose();
        _end.Dispose();
    }

    private async Task CancelAsync(WebhookLog log)
    {
        try
        {
            await _handler.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException failure)
        {
            log.CancellationFailed(failure.GetBaseException().GetType().FullName);
        }
    }

    private async Task RenewAsync(IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, WebhookLog log)
    {
        try
        {
            while (await _timer.WaitForNextTickAsync().ConfigureAwait(false) && Asks(true))
            {
                try
                {
                    if (!await inbox.RenewAsync(claim, lease, _end.Token).ConfigureAwait(false))
                    {
                        IsLost = true;
                        await CancelAsync(log).ConfigureAwait(false);
                        return;
                    }
                }
#pragma warning disable CA1031 // Whatever the store threw: the next tick tries again, and the fencing token guards the rest.
                catch (Exception failure) when (!_end.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    log.InboxFailed(failure, claim.Event.EventType, claim.Event.EventId);
                }

                if (!Asks(false)) return;
            }
        }
#pragma warning disable CA1031 // A renewal that was cut off because the handler has ended.
        catch (Exception) when (_end.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Notes that a renewal begins, or is over. False when the handler has ended, and none may begin.</summary>
    private bool Asks(bool asks)
    {
        lock (_lock)
        {
            _asks = asks && !_ended;
            return !_ended;
        }
    }
}
