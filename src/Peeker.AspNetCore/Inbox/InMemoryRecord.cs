namespace Peeker.AspNetCore;

/// <summary>What is known of one event. It lies within the dictionary, and is small: a hundred thousand objects that stay would be moved by one collection after the other.</summary>
internal struct InMemoryRecord
{
    public long Token { get; set; }

    /// <summary>When the lease ends or, of a completed event, when it did. By UTC.</summary>
    public DateTime LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public bool IsCompleted { get; set; }

    /// <summary>Whether it has been kept for long enough. A lease may end as late as time itself.</summary>
    public readonly bool IsForgotten(DateTime now) => now - LeasedUntil >= InMemoryWebhookInbox.Keep;
}
