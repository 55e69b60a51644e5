namespace Peeker.Tests.Webhooks;

/// <summary>A clock that shows one time.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
