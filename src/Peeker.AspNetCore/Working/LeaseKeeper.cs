namespace Peeker.AspNetCore;

/// <summary>Renews a lease while a handler runs, and cancels the handler when somebody else has taken over.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationTokenSource _handler;
    private readonly Task _renewing;

    public LeaseKeeper(IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, TimeProvider time, WebhookLog log, CancellationToken stop)
    {
        _handler = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _renewing = RenewAsync(inbox, claim, lease, time, log);
    }

    public CancellationToken Token => _handler.Token;

    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
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

    private async Task RenewAsync(IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, TimeProvider time, WebhookLog log)
    {
        // Two renewals may fail before the lease ends.
        using var timer = new PeriodicTimer(lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_end.Token).ConfigureAwait(false))
            {
                try
                {
                    if (await inbox.RenewAsync(claim, lease, _end.Token).ConfigureAwait(false)) continue;
                    IsLost = true;
                    await CancelAsync(log).ConfigureAwait(false);
                    return;
                }
#pragma warning disable CA1031 // Whatever the store threw: the next tick tries again, and the fencing token guards the rest.
                catch (Exception failure) when (!_end.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    log.InboxFailed(failure, claim.Event.EventType, claim.Event.EventId);
                }
            }
        }
#pragma warning disable CA1031 // A renewal that was cut off because the handler has ended.
        catch (Exception) when (_end.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }
    }
}
