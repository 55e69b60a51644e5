using Microsoft.Extensions.Time.Testing;

namespace Peeker.Tests.Waiting;

/// <summary>A clock that knows which pauses were begun on it, so that a test moves it neither too early nor by chance.</summary>
internal sealed class WaitingClock() : FakeTimeProvider(new(2026, 5, 8, 12, 0, 0, TimeSpan.Zero))
{
    private readonly List<TimeSpan> _begun = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        lock (_begun) _begun.Add(dueTime);
        return timer;
    }

    /// <summary>Waits for the pause to be begun, and lets it pass.</summary>
    public async Task PassAsync(TimeSpan pause)
    {
        await BeginsAsync(pause);
        Advance(pause);
    }

    /// <summary>Waits for the pause to be begun.</summary>
    public async Task BeginsAsync(TimeSpan pause)
    {
        for (var tries = 0; ; tries++)
        {
            lock (_begun)
            {
                if (_begun.Remove(pause)) return;
                if (tries == 10_000) throw new TimeoutException($"No pause of {pause} was begun; begun were {string.Join(", ", _begun)}.");
            }

            await Task.Delay(1);
        }
    }
}
