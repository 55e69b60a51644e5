using Microsoft.Data.Sqlite;

namespace Peeker.Sqlite;

/// <summary>What an inbox does to its tables. Each is part of a transaction that the writer commits.</summary>
internal sealed class InboxStatements(SqliteConnection connection, SqliteWebhookInboxOptions options) : IDisposable
{
    private const int SweptTogether = 500;
    private const int ReadTogether = 50;

    private readonly Statement _keep = new(connection, """
        INSERT INTO events (event_id, event_type, body, received_at, secret_label, resource_id, position, is_reconciled, due_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (event_id) DO NOTHING
        """, 9);

    private readonly Statement _claim = new(connection, $"""
        UPDATE events SET token = token + 1, attempts = attempts + 1, due_at = ?3
        WHERE event_id = ?1 AND state = 'waiting' AND due_at <= ?2 RETURNING {InboxRow.Columns}
        """, 3);

    private readonly Statement _claimNext = new(connection, $"""
        UPDATE events SET token = token + 1, attempts = attempts + 1, due_at = ?2
        WHERE rowid = (SELECT rowid FROM events WHERE state = 'waiting' AND due_at <= ?1 ORDER BY due_at, rowid LIMIT 1) RETURNING {InboxRow.Columns}
        """, 2);

    private readonly Statement _state = new(connection, "SELECT state FROM events WHERE event_id = ?1", 1);
    private readonly Statement _next = new(connection, "SELECT due_at FROM events WHERE state = 'waiting' ORDER BY due_at LIMIT 1", 0);
    private readonly Statement _renew = new(connection, "UPDATE events SET due_at = ?3 WHERE event_id = ?1 AND token = ?2 AND state = 'waiting'", 3);

    // A released claim is void: its token is used up.
    private readonly Statement _release = new(connection, "UPDATE events SET due_at = ?3, token = token + 1 WHERE event_id = ?1 AND token = ?2 AND state = 'waiting'", 3);

    // The attempt does not count; the token, which tells whether there was a run before, grows as ever.
    private readonly Statement _giveBack = new(connection, "UPDATE events SET due_at = ?3, token = token + 1, attempts = attempts - 1 WHERE event_id = ?1 AND token = ?2 AND state = 'waiting'", 3);

    // Completing is all that is remembered: the body, which may hold personal data, is dropped.
    private readonly Statement _complete = new(connection, "UPDATE events SET state = 'completed', ended_at = ?3, body = x'' WHERE event_id = ?1 AND token = ?2 AND state = 'waiting'", 3);
    private readonly Statement _completed = new(connection, "SELECT 1 FROM events WHERE event_id = ?1 AND token = ?2 AND state = 'completed'", 2);

    private readonly Statement _position = new(connection, """
        INSERT INTO positions (resource_id, position, completed_at) VALUES (?1, ?2, ?3)
        ON CONFLICT (resource_id) DO UPDATE SET position = max(position, excluded.position), completed_at = excluded.completed_at
        """, 3);

    private readonly Statement _newest = new(connection, "SELECT position FROM positions WHERE resource_id = ?1", 1);
    private readonly Statement _bury = new(connection, "UPDATE events SET state = 'dead', ended_at = ?3, reason = ?4 WHERE event_id = ?1 AND token = ?2 AND state = 'waiting'", 4);
    private readonly Statement _revive = new(connection, "UPDATE events SET state = 'waiting', attempts = 0, due_at = ?2, ended_at = NULL, reason = NULL WHERE event_id = ?1 AND state = 'dead'", 2);

    private readonly Statement _dead = new(connection, $"""
        SELECT {InboxRow.Columns} FROM events WHERE state = 'dead' AND (ended_at, rowid) > (?1, ?2) ORDER BY ended_at, rowid LIMIT ?3
        """, 3);

    private readonly Statement _sweep = new(connection, """
        DELETE FROM events WHERE rowid IN (SELECT rowid FROM events WHERE state = 'completed' AND ended_at <= ?1 ORDER BY ended_at LIMIT ?2)
        """, 2);

    private readonly Statement _sweepPositions = new(connection, """
        DELETE FROM positions WHERE resource_id IN (SELECT resource_id FROM positions WHERE completed_at <= ?1 ORDER BY completed_at LIMIT ?2)
        """, 2);

    private DateTimeOffset Now => options.Time.GetUtcNow();

    public bool Accept(InboxEvent delivered) => _keep.Run(
        delivered.EventId, delivered.EventType, delivered.Body.ToArray(), delivered.ReceivedAt.UtcTicks, delivered.SecretLabel,
        delivered.ResourceId, delivered.Position, delivered.IsReconciled, Now.UtcTicks) == 1;

    public InboxClaimResult Claim(InboxEvent delivered, TimeSpan lease)
    {
        Accept(delivered);
        var now = Now;
        using (var row = _claim.Read(delivered.EventId, now.UtcTicks, (now + lease).UtcTicks))
        {
            if (row.Read()) return InboxRow.Claim(row);
        }

        return (string?)_state.Value(delivered.EventId) switch
        {
            "completed" => InboxAnswer.Completed,
            "dead" => InboxAnswer.Dead,
            _ => InboxAnswer.Busy,
        };
    }

    public InboxClaim? ClaimNext(TimeSpan lease)
    {
        var now = Now;
        using var row = _claimNext.Read(now.UtcTicks, (now + lease).UtcTicks);
        return row.Read() ? InboxRow.Claim(row) : null;
    }

    public TimeSpan? NextDue() => _next.Value() is long due ? TimeSpan.FromTicks(Math.Max(0, due - Now.UtcTicks)) : null;

    public bool Renew(InboxClaim claim, TimeSpan lease) => _renew.Run(claim.Event.EventId, claim.FencingToken, (Now + lease).UtcTicks) == 1;

    public bool Release(InboxClaim claim, TimeSpan retryAfter) => _release.Run(claim.Event.EventId, claim.FencingToken, (Now + retryAfter).UtcTicks) == 1;

    public bool GiveBack(InboxClaim claim) => _giveBack.Run(claim.Event.EventId, claim.FencingToken, Now.UtcTicks) == 1;

    public bool Bury(InboxClaim claim, string reason) => _bury.Run(claim.Event.EventId, claim.FencingToken, Now.UtcTicks, reason) == 1;

    public bool Revive(string eventId) => _revive.Run(eventId, Now.UtcTicks) == 1;

    public bool Complete(InboxClaim claim)
    {
        var now = Now.UtcTicks;
        if (_complete.Run(claim.Event.EventId, claim.FencingToken, now) == 0) return _completed.Value(claim.Event.EventId, claim.FencingToken) is not null;
        if (claim.Event.ResourceId is { } resource) _position.Run(resource, claim.Event.Position, now);
        return true;
    }

    public long? NewestPosition(string resourceId) => (long?)_newest.Value(resourceId);

    public (List<DeadLetter> Letters, long LastRow) DeadLetters(long after, long afterRow)
    {
        var letters = new List<DeadLetter>();
        using var row = _dead.Read(after, afterRow, ReadTogether);
        while (row.Read())
        {
            letters.Add(InboxRow.DeadLetter(row));
            afterRow = InboxRow.RowId(row);
        }

        return (letters, afterRow);
    }

    public (int Swept, bool IsDone) Sweep()
    {
        var before = (Now - options.Keep).UtcTicks;
        var events = _sweep.Run(before, SweptTogether);
        var positions = _sweepPositions.Run(before, SweptTogether);
        return (events, events < SweptTogether && positions < SweptTogether);
    }

    public void Dispose()
    {
        foreach (var statement in (Statement[])[_keep, _claim, _claimNext, _state, _next, _renew, _release, _giveBack, _complete, _completed, _position, _newest, _bury, _revive, _dead, _sweep, _sweepPositions])
            statement.Dispose();
    }
}
