namespace Peeker.Http;

/// <summary>Ends an attempt when its time is up, on the injected clock, or when the caller gives up.</summary>
internal sealed class AttemptLimit : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;

    public AttemptLimit(TimeSpan time, TimeProvider clock, CancellationToken caller)
    {
        _source = time.TotalMilliseconds > int.MaxValue || time == Timeout.InfiniteTimeSpan ? new() : new(time < TimeSpan.Zero ? TimeSpan.Zero : time, clock);
        _caller = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public bool IsUp => _source.IsCancellationRequested;

    public void Dispose()
    {
        _caller.Dispose();
        _source.Dispose();
    }
}
