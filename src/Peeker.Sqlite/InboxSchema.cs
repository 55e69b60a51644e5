namespace Peeker.Sqlite;

/// <summary>The tables, as steps from one version to the next. A step that was released is never changed.</summary>
internal static class InboxSchema
{
    /// <summary>Marks a file as an inbox of ours: the letters Pekr.</summary>
    public const long ApplicationId = 0x50656B72;

    // Times are .NET ticks in UTC. due_at is when an event may be claimed: after its lease, or after the pause that follows a failure.
    private const string First = """
        CREATE TABLE events (
          event_id TEXT NOT NULL PRIMARY KEY,
          event_type TEXT NOT NULL,
          body BLOB NOT NULL,
          received_at INTEGER NOT NULL,
          secret_label TEXT NOT NULL,
          resource_id TEXT,
          position INTEGER NOT NULL,
          is_reconciled INTEGER NOT NULL,
          state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'completed', 'dead')),
          token INTEGER NOT NULL DEFAULT 0,
          attempts INTEGER NOT NULL DEFAULT 0,
          due_at INTEGER NOT NULL,
          ended_at INTEGER,
          reason TEXT
        ) STRICT;
        CREATE INDEX events_waiting ON events (due_at) WHERE state = 'waiting';
        CREATE INDEX events_completed ON events (ended_at) WHERE state = 'completed';
        CREATE INDEX events_dead ON events (ended_at) WHERE state = 'dead';
        CREATE TABLE positions (
          resource_id TEXT NOT NULL PRIMARY KEY,
          position INTEGER NOT NULL,
          completed_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX positions_completed ON positions (completed_at);
        """;

    /// <summary>The step at an index makes the version after it.</summary>
    public static IReadOnlyList<string> Steps { get; } = [First];
}
