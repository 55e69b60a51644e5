using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Peeker.Sqlite;

/// <summary>Opens the file of an inbox: makes it, brings it to this version, and leaves every other file alone.</summary>
internal static class InboxFile
{
    /// <exception cref="PeekerInboxException">It cannot be opened, or is no inbox.</exception>
    public static SqliteConnection Open(string file, SqliteWebhookInboxOptions options)
    {
        var seconds = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = seconds }.ToString());
        try
        {
            MakePrivate(file);
            connection.Open();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {seconds * 1000}"));

            // Before anything is written: the file may be somebody else's.
            Version(connection);
            if (Ask(connection, "PRAGMA journal_mode = WAL") is not "wal")
                throw new PeekerInboxException("The inbox's file is where SQLite cannot keep a write-ahead log, such as a network drive. Put it on a local disk.", isTransient: false);
            // With FULL a commit is on the disk before it returns. A body that is no longer needed is overwritten.
            Execute(connection, "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = FAST; PRAGMA journal_size_limit = 67108864");
            Migrate(connection);
            return connection;
        }
        catch (Exception failure)
        {
            connection.Dispose();
            if (failure is SqliteException or IOException or UnauthorizedAccessException) throw InboxFailure.Of(failure);
            throw;
        }
    }

    // Bodies hold personal data, and SQLite gives its log the permissions of the file.
    private static void MakePrivate(string file)
    {
        if (OperatingSystem.IsWindows() || File.Exists(file)) return;
        new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }).Dispose();
    }

    // One transaction, so that of several processes one migrates, and a crash leaves the version before.
    private static void Migrate(SqliteConnection connection)
    {
        Execute(connection, "BEGIN IMMEDIATE");
        var version = Version(connection);
        for (var step = version; step < InboxSchema.Steps.Count; step++) Execute(connection, InboxSchema.Steps[step]);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {InboxSchema.ApplicationId}; PRAGMA user_version = {InboxSchema.Steps.Count}; COMMIT"));
    }

    private static int Version(SqliteConnection connection)
    {
        var version = (long)Ask(connection, "PRAGMA user_version")!;
        var owner = (long)Ask(connection, "PRAGMA application_id")!;
        var isEmpty = owner == 0 && version == 0 && Ask(connection, "SELECT count(*) FROM sqlite_schema") is 0L;
        if (owner != InboxSchema.ApplicationId && !isEmpty)
            throw new PeekerInboxException("The inbox's file is a database of something else. It was left as it is; give the inbox a file of its own.", isTransient: false);
        return version <= InboxSchema.Steps.Count
            ? (int)version
            : throw new PeekerInboxException($"The inbox's file has version {version} and this library knows {InboxSchema.Steps.Count}. Use the newer library that wrote it.", isTransient: false);
    }

    private static void Execute(SqliteConnection connection, string text) => Ask(connection, text);

    private static object? Ask(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this folder and whole numbers.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
