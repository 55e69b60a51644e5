namespace Peeker.Cli.Tests;

/// <summary>The system's clock, on which nothing that is waited for takes long.</summary>
internal sealed class HurriedTime : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.FromSeconds(10) || dueTime <= TimeSpan.Zero ? dueTime : TimeSpan.FromMilliseconds(1), period);
}
