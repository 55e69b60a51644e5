using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Peeker.Sqlite;

/// <summary>
/// The one thread that uses the file. SQLite blocks, so it must be none of the pool's. Whatever waits when it comes round goes into one transaction: many
/// deliveries at once share one write to the disk.
/// </summary>
internal sealed class InboxWriter : IAsyncDisposable
{
    // So that the first does not wait long for the last.
    private const int MostTogether = 256;

    private readonly BlockingCollection<InboxJob> _jobs = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string _file;
    private readonly SqliteConnection _connection;
    private readonly InboxStatements _statements;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    /// <exception cref="PeekerInboxException">The file cannot be used.</exception>
    public InboxWriter(string file, SqliteWebhookInboxOptions options)
    {
        _file = file;
        _connection = InboxFile.Open(file, options);
        try
        {
            _statements = new(_connection, options);
            // Immediate: of several processes the later one waits here, and not in the middle.
            (_begin, _commit, _rollback) = (new(_connection, "BEGIN IMMEDIATE", 0), new(_connection, "COMMIT", 0), new(_connection, "ROLLBACK", 0));
        }
        catch (SqliteException failure)
        {
            _connection.Dispose();
            throw InboxFailure.Of(failure);
        }

        new Thread(Work) { IsBackground = true, Name = "Peeker inbox" }.Start();
    }

    /// <summary>Does it, and returns when it is on the disk. A caller that leaves after it was begun still gets the result.</summary>
    public Task<T> RunAsync<T>(Func<InboxStatements, T> work, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled<T>(cancellationToken);
        var job = new InboxJob<T>(work, cancellationToken);
        try
        {
            _jobs.Add(job, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(SqliteWebhookInbox));
        }

        return job.Done;
    }

    /// <summary>Does what was asked for, and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _jobs.CompleteAdding();
        }
        catch (ObjectDisposedException)
        {
            // A container disposes of what it knows by two names twice.
        }

        await _ended.Task.ConfigureAwait(false);
        _jobs.Dispose();
    }

    private void Work()
    {
        var together = new List<InboxJob>();
        foreach (var first in _jobs.GetConsumingEnumerable())
        {
            var next = first;
            do
            {
                if (next.IsAbandoned) next.Abandon();
                else together.Add(next);
            }
            while (together.Count < MostTogether && _jobs.TryTake(out next));

            if (together.Count > 0) Commit(together);
            together.Clear();
        }

        _statements.Dispose();
        foreach (var statement in (Statement[])[_begin, _commit, _rollback]) statement.Dispose();
        _connection.Dispose();
        _ended.SetResult();
    }

    private void Commit(List<InboxJob> together)
    {
        try
        {
            if (!File.Exists(_file)) throw InboxFailure.Gone();
            _begin.Run();
            foreach (var job in together) job.Run(_statements);
            _commit.Run();
        }
#pragma warning disable CA1031 // The thread must outlive it, and every caller is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            TryRollBack();
            if (together.Count > 1 && !InboxFailure.IsOfTheFile(failure))
            {
                // One of them cannot be done; the others are not to fail with it.
                foreach (var job in together) Commit([job]);
                return;
            }

            var told = failure is SqliteException ? InboxFailure.Of(failure) : failure;
            foreach (var job in together) job.Fail(told);
            return;
        }

        foreach (var job in together) job.Succeed();
    }

    private void TryRollBack()
    {
        try
        {
            _rollback.Run();
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself, or never begun.
        }
    }
}
