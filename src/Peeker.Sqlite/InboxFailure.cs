using Microsoft.Data.Sqlite;

namespace Peeker.Sqlite;

/// <summary>What went wrong with the file, in the words of an inbox.</summary>
internal static class InboxFailure
{
    // Result codes: sqlite.org/rescode.html.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Whether the file or its disk is at fault, so that every use of it would fail.</summary>
    public static bool IsOfTheFile(Exception failure) => failure is PeekerInboxException
        || (failure as SqliteException)?.SqliteErrorCode is Busy or Locked or ReadOnly or InputOutput or Corrupt or Full or CannotOpen or NotADatabase;

    public static PeekerInboxException Gone() => new("The inbox's file is gone: it was deleted or moved while it was in use. Put it back, or restart to begin a new one.", isTransient: false);

    public static PeekerInboxException Of(Exception failure) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        Busy or Locked => new("Another process has been writing to the inbox's file for longer than the busy timeout.", isTransient: true, failure),
        Full => new("The disk of the inbox's file is full. Free some space.", isTransient: true, failure),
        InputOutput => new("The disk of the inbox's file failed to read or write.", isTransient: true, failure),
        Corrupt => new("The inbox's file is damaged. Set it aside with its -wal file, and restore it or begin a new one.", isTransient: false, failure),
        NotADatabase => new("The inbox's file is no SQLite database. It was left as it is; give the inbox a file of its own.", isTransient: false, failure),
        ReadOnly => new("The inbox's file may not be written to. Allow this process to write to it and to its folder.", isTransient: false, failure),
        CannotOpen or null => new("The inbox's file cannot be opened. Its folder must exist, and this process must be allowed to write to it.", isTransient: false, failure),
        var code => new($"SQLite refuses the inbox's file (code {code}).", isTransient: false, failure),
    };
}
