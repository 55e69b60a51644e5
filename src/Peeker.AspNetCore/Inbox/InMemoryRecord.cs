namespace Peeker.AspNetCore;

/// <summary>What is known of one event. It lies within the dictionary: a hundred thousand objects that stay would be moved by one collection after the other.</summary>
internal struct InMemoryRecord
{
    public long Token { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset LeasedUntil { get; set; }

    public bool IsCompleted { get; set; }

    /// <summary>When it is forgotten, unless something happens to it before.</summary>
    public DateTimeOffset ForgottenAt { get; set; }
}
