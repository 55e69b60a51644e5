using Microsoft.Data.Sqlite;

namespace Peeker.Sqlite;

/// <summary>Reads an event and what is known of it.</summary>
internal static class InboxRow
{
    /// <summary>The columns, in the order in which they are read.</summary>
    public const string Columns = """
        event_id, event_type, body, received_at, secret_label, resource_id, position, is_reconciled, token, attempts, due_at, ended_at, reason, rowid,
        EXISTS (SELECT 1 FROM positions WHERE positions.resource_id = events.resource_id AND positions.position > events.position)
        """;

    public static InboxClaim Claim(SqliteDataReader row) => new()
    {
        Event = Event(row),
        FencingToken = row.GetInt64(8),
        Attempt = row.GetInt32(9),
        // Each claim takes a token, and a revival gives the attempts back but not the tokens.
        IsRepeat = row.GetInt64(8) > 1,
        IsStale = row.GetBoolean(14),
        LeasedUntil = Time(row, 10),
    };

    public static DeadLetter DeadLetter(SqliteDataReader row) => new()
    {
        Event = Event(row),
        Attempts = row.GetInt32(9),
        BuriedAt = Time(row, 11),
        Reason = row.GetString(12),
    };

    public static long RowId(SqliteDataReader row) => row.GetInt64(13);

    private static InboxEvent Event(SqliteDataReader row) => new()
    {
        EventId = row.GetString(0),
        EventType = row.GetString(1),
        Body = row.GetFieldValue<byte[]>(2),
        ReceivedAt = Time(row, 3),
        SecretLabel = row.GetString(4),
        ResourceId = row.IsDBNull(5) ? null : row.GetString(5),
        Position = row.GetInt64(6),
        IsReconciled = row.GetBoolean(7),
    };

    private static DateTimeOffset Time(SqliteDataReader row, int column) => new(row.GetInt64(column), TimeSpan.Zero);
}
