namespace Peeker.AspNetCore;

/// <summary>
/// Watches over one run: renews its lease, tells when it takes long, and cancels the handlers when somebody else has taken over or the host has waited long enough.
/// </summary>
internal sealed class RunWatch(RunWatches watches, IWebhookInbox inbox, InboxClaim claim, TimeSpan lease, Patience? patience, WebhookLog log) : IAsyncDisposable
{
    private readonly CancellationTokenSource _handlers = new();

    // What is told of a run belongs to the flow it runs in, for example to its activity.
    private readonly ExecutionContext? _flow = ExecutionContext.Capture();

    // Most runs end long before the first renewal.
    private CancellationTokenSource? _end;
    private Task _renewing = Task.CompletedTask;
    private Task _cancelling = Task.CompletedTask;
    private bool _hasEnded;
    private long _renewEvery;
    private long _renewAt;
    private long _slowAt;

    public CancellationToken Token => _handlers.Token;

    public bool IsLost { get; private set; }

    /// <summary>The neighbours among the runs under way, for <see cref="RunWatches"/> alone, as is everything that counts in timestamps.</summary>
    public RunWatch? Previous { get; set; }

    /// <inheritdoc cref="Previous"/>
    public RunWatch? Next { get; set; }

    public long DueAt => Math.Min(_renewAt, _slowAt);

    public void Start(long now, long renewEvery, long? slowAfter) => (_renewEvery, _renewAt, _slowAt) = (renewEvery, now + renewEvery, now + slowAfter ?? long.MaxValue);

    /// <summary>What is due now, and is so no more.</summary>
    public (bool Renew, bool Tell) TakeDue(long now)
    {
        var due = (Renew: _renewAt <= now, Tell: _slowAt <= now);
        if (due.Renew) _renewAt = now + _renewEvery;
        if (due.Tell) _slowAt = long.MaxValue;
        return due;
    }

    /// <summary>Asks the inbox for more time, unless it still thinks about the last time it was asked.</summary>
    public void Renew() => InFlow(static watch => ((RunWatch)watch!).BeginRenewal());

    /// <summary>Tells that the run takes long, unless it has ended meanwhile.</summary>
    public void Tell() => InFlow(static watch => ((RunWatch)watch!).TellOfSlowness());

    /// <summary>The host stops, and waits no longer.</summary>
    public void Stop()
    {
        lock (this)
        {
            if (!_hasEnded) _cancelling = CancelAsync();
        }
    }

    public ValueTask DisposeAsync()
    {
        watches.End(this);
        lock (this)
        {
            _hasEnded = true;
            if (!_renewing.IsCompleted || !_cancelling.IsCompleted) return EndAsync();
        }

        _handlers.Dispose();
        _end?.Dispose();
        return default;
    }

    private void InFlow(ContextCallback what)
    {
        if (_flow is null) what(this);
        else ExecutionContext.Run(_flow, what, this);
    }

    private void BeginRenewal()
    {
        lock (this)
        {
            if (_hasEnded || IsLost || !_renewing.IsCompleted) return;
            _end ??= new();
            _renewing = Task.Run(RenewAsync);
        }
    }

    private void TellOfSlowness()
    {
        lock (this)
        {
            if (_hasEnded) return;
        }

        try
        {
            patience!.Tell(claim, patience.After);
        }
#pragma warning disable CA1031 // A sink of the host's log that throws: on a timer's thread it would end the process, and there is nobody left to tell.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private async ValueTask EndAsync()
    {
        if (_end is { } end) await end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        await _cancelling.ConfigureAwait(false);
        _handlers.Dispose();
        _end?.Dispose();
    }

    private async Task RenewAsync()
    {
        try
        {
            if (await inbox.RenewAsync(claim, lease, _end!.Token).ConfigureAwait(false)) return;
            IsLost = true;
        }
#pragma warning disable CA1031 // Whatever the store threw: the next ring tries again, and the fencing token guards the rest. A renewal that was cut off is nothing to tell of.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (!_end!.IsCancellationRequested) log.InboxFailed(failure, claim.Event.EventType, claim.Event.EventId);
            return;
        }

        await CancelAsync().ConfigureAwait(false);
    }

    private async Task CancelAsync()
    {
        try
        {
            await _handlers.CancelAsync().ConfigureAwait(false);
        }
        catch (AggregateException failure)
        {
            log.CancellationFailed(failure.GetBaseException().GetType().FullName);
        }
    }
}
