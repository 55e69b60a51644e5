namespace Peeker.AspNetCore;

/// <summary>Alarms that are set at the moment are the runs'; the others wait here. Bounded: what more runs at once is made and thrown away.</summary>
internal sealed class Alarms(TimeProvider time) : IDisposable
{
    private const int Most = 256;

    private readonly Stack<Alarm> _idle = new(Most);
    private bool _isDisposed;

    /// <summary>An alarm that rings after a time, and then, where a period is given, again and again.</summary>
    public Alarm Set(TimeSpan due, TimeSpan period, ContextCallback ring, object state)
    {
        Alarm? alarm;
        lock (_idle) _idle.TryPop(out alarm);
        alarm ??= new(time);
        alarm.Set(due, period, ring, state);
        return alarm;
    }

    /// <summary>Clears an alarm, and takes it back. Nobody else may have it.</summary>
    public void Return(Alarm alarm)
    {
        alarm.Clear();
        lock (_idle)
        {
            if (!_isDisposed && _idle.Count < Most)
            {
                _idle.Push(alarm);
                return;
            }
        }

        alarm.Dispose();
    }

    public void Dispose()
    {
        lock (_idle)
        {
            _isDisposed = true;
            while (_idle.TryPop(out var alarm)) alarm.Dispose();
        }
    }
}
