namespace Peeker.AspNetCore;

/// <summary>What is known of one event.</summary>
internal sealed class InMemoryRecord
{
    public long Token { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset LeasedUntil { get; set; }

    public bool IsCompleted { get; set; }

    /// <summary>When it is forgotten, unless something happens to it before.</summary>
    public DateTimeOffset ForgottenAt { get; set; }
}
