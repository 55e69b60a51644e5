using Microsoft.Extensions.Time.Testing;

namespace Peeker.AspNetCore.Tests;

/// <summary>A clock that can fail to tell the time.</summary>
internal sealed class BrokenClock() : FakeTimeProvider(Host.Start)
{
    public bool IsBroken { get; set; }

    public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException("The clock is broken.") : base.GetUtcNow();
}
