using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Peeker.Tests.Retry;

/// <summary>A clock that a test moves, and that remembers every wait that was asked of it.</summary>
internal sealed class WatchedClock : FakeTimeProvider
{
    public ConcurrentQueue<TimeSpan> Waits { get; } = [];

    public WatchedClock()
        : base(new DateTimeOffset(2026, 5, 8, 12, 0, 0, TimeSpan.Zero))
    {
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Enqueue(dueTime);
        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <summary>Lets time pass until the work is done.</summary>
    public async Task<T> PassAsync<T>(Task<T> work, TimeSpan? step = null)
    {
        while (!work.IsCompleted)
        {
            Advance(step ?? TimeSpan.FromMilliseconds(250));
            await Task.Delay(1);
        }

        return await work;
    }
}
