namespace Peeker.Sqlite;

/// <summary>How a <see cref="SqliteWebhookInbox"/> works.</summary>
public sealed class SqliteWebhookInboxOptions
{
    /// <summary>How long an event is remembered after it was completed. 72 hours; Peeker delivers an event for 24.</summary>
    public TimeSpan Keep { get; init; } = TimeSpan.FromHours(72);

    /// <summary>How long to wait while another process writes to the file, in whole seconds. 5.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock. Processes that share a file must agree on it; the clock of one machine does.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Time);
        ArgumentOutOfRangeException.ThrowIfLessThan(Keep, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(BusyTimeout, TimeSpan.FromSeconds(1));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromMinutes(10));
    }
}
