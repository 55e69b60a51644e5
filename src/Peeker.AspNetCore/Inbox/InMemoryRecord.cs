namespace Peeker.AspNetCore;

/// <summary>What is known of one event. It lies within the dictionary, and is small: a hundred thousand objects that stay would be moved by one collection after the other.</summary>
internal struct InMemoryRecord
{
    public long Token { get; set; }

    /// <summary>When the lease ends or, of a completed event, when it did. By UTC.</summary>
    public DateTime LeasedUntil { get; set; }

    public int Attempts { get; set; }

    public bool IsCompleted { get; set; }

    /// <summary>When it is forgotten, unless something happens to it before.</summary>
    public readonly DateTime ForgottenAt => LeasedUntil + InMemoryWebhookInbox.Keep;
}
