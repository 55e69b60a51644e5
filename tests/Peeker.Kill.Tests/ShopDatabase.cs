using Microsoft.Data.Sqlite;

namespace Peeker.Kill.Tests;

/// <summary>The shop's database, looked at from outside while no shop runs.</summary>
internal sealed class ShopDatabase(string file)
{
    public string File => file;

    /// <summary>None before the first shop has run.</summary>
    public IReadOnlyList<ShopRow> Rows()
    {
        if (!System.IO.File.Exists(file)) return [];
        using var connection = Open();
        using var command = connection.CreateCommand();

        // The first shop may have been killed before it had a table.
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = 'orders'";
        if (command.ExecuteScalar() is 0L) return [];
        command.CommandText = "SELECT number, state, order_id FROM orders ORDER BY number";
        using var reader = command.ExecuteReader();
        var rows = new List<ShopRow>();
        while (reader.Read()) rows.Add(new(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? null : reader.GetString(2)));
        return rows;
    }

    /// <summary>What is left after a crash of a shop that keeps the bytes in its memory only.</summary>
    public void LoseTheBytes()
    {
        if (Rows().Count == 0) return;
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE orders SET state = 'planned', submission = NULL WHERE state = 'prepared'";
        command.ExecuteNonQuery();
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
