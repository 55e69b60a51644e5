using Microsoft.Extensions.Hosting;

namespace Peeker.AspNetCore;

/// <summary>Cancels handlers, in the request and in the background, a while after the host began to stop.</summary>
internal sealed class StopLimit : IDisposable
{
    private readonly CancellationTokenSource _reached = new();
    private readonly CancellationTokenRegistration _stopping;
    private readonly WebhookLog _log;
    private ITimer? _timer;

    /// <param name="settings">They say how long the while is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">Told of what goes wrong meanwhile.</param>
    /// <param name="lifetime">Of the host; services without one never stop.</param>
    public StopLimit(SettingsInForce settings, TimeProvider time, WebhookLog log, IHostApplicationLifetime? lifetime)
    {
        (_log, Token) = (log, _reached.Token);
        _stopping = lifetime?.ApplicationStopping.Register(() => _timer = time.CreateTimer(_ => Reach(), null, settings.Latest.StopWithin, Timeout.InfiniteTimeSpan)) ?? default;
    }

    /// <summary>Kept, since a run that comes late may ask for it after the services were disposed.</summary>
    public CancellationToken Token { get; }

    /// <summary>Cancels them now. Called by timers, where whatever is thrown ends the process.</summary>
    public void Reach()
    {
        try
        {
            _reached.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The host did not wait for those that are still running.
        }
        catch (AggregateException failure)
        {
            _log.CancellationFailed(failure.GetBaseException().GetType().FullName);
        }
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _timer?.Dispose();
        _reached.Dispose();
    }
}
