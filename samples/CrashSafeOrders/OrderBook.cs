using Microsoft.Data.Sqlite;

namespace CrashSafeOrders;

/// <summary>The shop's orders in SQLite, one row each: planned, prepared (with the bytes), placed (with the receipt), refused or unclear.</summary>
internal sealed class OrderBook : IDisposable
{
    // A connection does one thing at a time.
    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;

    public OrderBook(string file)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        _connection.Open();

        // FULL: a commit is on the disk before it returns, so that bytes are never sent that a power cut takes away.
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("""
            CREATE TABLE IF NOT EXISTS orders (
              number INTEGER PRIMARY KEY,
              state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'prepared', 'placed', 'refused', 'unclear')),
              submission BLOB,
              order_id TEXT,
              total_cents INTEGER,
              note TEXT,
              CHECK ((state = 'planned') = (submission IS NULL)),
              CHECK ((state = 'placed') = (order_id IS NOT NULL)))
            """);
    }

    public void Plan(int number) => Run("INSERT OR IGNORE INTO orders (number) VALUES ($number)", ("$number", number));

    /// <summary>Orders of a range that are to be worked on, those begun by an earlier process among them.</summary>
    public IReadOnlyList<OrderRow> Unfinished(int start, int count)
    {
        using var alone = _lock.EnterScope();
        using var command = Command(
            "SELECT number, submission FROM orders WHERE state IN ('planned', 'prepared') AND number >= $start AND number < $end ORDER BY number",
            ("$start", start), ("$end", start + count));
        using var reader = command.ExecuteReader();
        var rows = new List<OrderRow>();
        while (reader.Read()) rows.Add(new(reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1)));
        return rows;
    }

    /// <summary>Stores the bytes before they are sent. An order that has bytes keeps them.</summary>
    /// <returns>Whether these are the order's bytes now; false when another process was faster.</returns>
    public bool Prepare(int number, byte[] submission)
    {
        using var alone = _lock.EnterScope();
        using var transaction = _connection.BeginTransaction();
        var stored = Run("UPDATE orders SET state = 'prepared', submission = $submission WHERE number = $number AND state = 'planned'", ("$number", number), ("$submission", submission));
        transaction.Commit();
        return stored == 1;
    }

    public void Place(int number, string orderId, long totalCents) => Run(
        "UPDATE orders SET state = 'placed', order_id = $id, total_cents = $cents WHERE number = $number AND state = 'prepared'",
        ("$number", number), ("$id", orderId), ("$cents", totalCents));

    /// <summary>Only for an order that is known not to exist: it may be prepared again, with new bytes.</summary>
    public void PlanAnew(int number) => Run("UPDATE orders SET state = 'planned', submission = NULL WHERE number = $number AND state = 'prepared'", ("$number", number));

    public void Close(int number, string state, string note) => Run(
        "UPDATE orders SET state = $state, note = $note WHERE number = $number AND state = 'prepared'", ("$number", number), ("$state", state), ("$note", note));

    public int Count(string state)
    {
        using var alone = _lock.EnterScope();
        using var command = Command("SELECT count(*) FROM orders WHERE state = $state", ("$state", state));
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public void Dispose() => _connection.Dispose();

    private int Run(string sql, params (string Name, object Value)[] values)
    {
        using var alone = _lock.EnterScope();
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    // CA2100: every text comes from this file; what varies is a parameter.
#pragma warning disable CA2100
    private SqliteCommand Command(string sql, params (string Name, object Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
#pragma warning restore CA2100
}
