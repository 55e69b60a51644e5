namespace Peeker.Redis;

/// <summary>What the instances of a <see cref="RedisWebhookInbox"/> share. All of them should be given the same.</summary>
public sealed class RedisWebhookInboxOptions
{
    /// <summary>Names the inbox in Redis; one for each receiver. <c>webhooks</c>.</summary>
    public string Name { get; init; } = "webhooks";

    /// <summary>
    /// How long an event is remembered after it was completed, or after the last claim of one that was not. 72 hours; Peeker delivers an event for 24.
    /// </summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long Redis may take to answer, before the call fails. Two seconds; Peeker waits 15 for the answer to a delivery.</summary>
    public TimeSpan RedisTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Measures <see cref="RedisTimeout"/>. Leases are measured by the clock of Redis.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        ArgumentNullException.ThrowIfNull(Time);
        if (Name.AsSpan().ContainsAny('{', '}')) throw new ArgumentException("The name of an inbox has no braces: Redis reads them as a hash tag.", nameof(Name));
        ArgumentOutOfRangeException.ThrowIfLessThan(Keep, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RedisTimeout, TimeSpan.Zero);
    }
}
