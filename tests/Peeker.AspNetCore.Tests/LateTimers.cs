using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>A clock whose timers of one length can be made to call after they were disposed, as one does that was under way then.</summary>
internal sealed class LateTimers(TimeSpan length) : FakeTimeProvider(Host.Start)
{
    private readonly List<Action> _calls = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == length)
        {
            lock (_calls) _calls.Add(() => callback(state));
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }

    /// <returns>How many were called.</returns>
    public int CallAll()
    {
        lock (_calls) _calls.ForEach(call => call());
        return _calls.Count;
    }
}
