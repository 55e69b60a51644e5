using System.Runtime.CompilerServices;

namespace Peeker.Sqlite;

/// <summary>
/// An inbox in a SQLite file. An event is completed once; its handler runs at least once and is told when it runs again; in effect once if the handler
/// writes in the same transaction or is idempotent.
/// </summary>
/// <remarks>
/// Each call returns when its change is on the disk: it survives a crash of the process and of the machine, as far as the disk keeps what it says
/// it has written. Several processes of one machine may use one file; a network drive will not do. The body of an event is dropped when the event is completed.
/// Assumption: the clock is not set back by more than a lease. Guide: docs/inbox.md.
/// </remarks>
public sealed class SqliteWebhookInbox : IDurableWebhookInbox, IAsyncDisposable
{
    private readonly InboxWriter _writer;

    /// <summary>Opens the file, and makes it if there is none.</summary>
    /// <param name="file">The path. SQLite keeps two more files beside it, with -wal and -shm added to its name.</param>
    /// <param name="options">How it works.</param>
    /// <exception cref="ArgumentException">An argument is missing or out of range; the message names it.</exception>
    /// <exception cref="PeekerInboxException">The file cannot be opened, is damaged, or is no inbox.</exception>
    public SqliteWebhookInbox(string file, SqliteWebhookInboxOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(file);
        if (file.StartsWith(':') || file.StartsWith("file:", StringComparison.OrdinalIgnoreCase)) throw new ArgumentException("An inbox needs the path of a file: in memory, or by an address, nothing is durable.", nameof(file));
        options ??= new();
        options.Validate();
        _writer = new(Path.GetFullPath(file), options);
    }

    /// <inheritdoc/>
    public ValueTask<bool> AcceptAsync(InboxEvent delivered, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        return Run(statements => statements.Accept(delivered), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<InboxClaimResult> ClaimAsync(InboxEvent delivered, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(delivered);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return Run(statements => statements.Claim(delivered, lease), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<InboxClaim?> ClaimNextAsync(TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return Run(statements => statements.ClaimNext(lease), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<TimeSpan?> NextDueAsync(CancellationToken cancellationToken = default) => Run(static statements => statements.NextDue(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> RenewAsync(InboxClaim claim, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lease, TimeSpan.Zero);
        return Run(statements => statements.Renew(claim, lease), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(InboxClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Run(statements => statements.Complete(claim), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReleaseAsync(InboxClaim claim, TimeSpan retryAfter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        return Run(statements => statements.Release(claim, retryAfter), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long?> NewestPositionAsync(string resourceId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(resourceId);
        return Run(statements => statements.NewestPosition(resourceId), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> GiveBackAsync(InboxClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return Run(statements => statements.GiveBack(claim), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> BuryAsync(InboxClaim claim, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(reason);
        return Run(statements => statements.Bury(claim, reason), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (after, afterRow) = (0L, 0L);
        while (true)
        {
            var from = (after, afterRow);
            (var letters, afterRow) = await Run(statements => statements.DeadLetters(from.after, from.afterRow), cancellationToken).ConfigureAwait(false);
            foreach (var letter in letters) yield return letter;
            if (letters.Count == 0) yield break;
            after = letters[^1].BuriedAt.UtcTicks;
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> ReviveAsync(string eventId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventId);
        return Run(statements => statements.Revive(eventId), cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>A few hundred at a time, so that deliveries are not kept waiting.</remarks>
    public async ValueTask<int> SweepAsync(CancellationToken cancellationToken = default)
    {
        var all = 0;
        while (true)
        {
            var (swept, isDone) = await Run(static statements => statements.Sweep(), cancellationToken).ConfigureAwait(false);
            all += swept;
            if (isDone) return all;
        }
    }

    /// <summary>Does what was asked for, and closes the file. Later calls throw an <see cref="ObjectDisposedException"/>.</summary>
    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private ValueTask<T> Run<T>(Func<InboxStatements, T> work, CancellationToken cancellationToken) => new(_writer.RunAsync(work, cancellationToken));
}
