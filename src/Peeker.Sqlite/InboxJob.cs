namespace Peeker.Sqlite;

/// <summary>Something to do to the tables, and somebody who waits until it is on the disk.</summary>
internal abstract class InboxJob(CancellationToken cancellationToken)
{
    /// <summary>Whether its caller left before it was begun.</summary>
    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    protected CancellationToken CancellationToken => cancellationToken;

    public abstract void Run(InboxStatements statements);

    public abstract void Succeed();

    public abstract void Fail(Exception failure);

    public abstract void Abandon();
}

/// <inheritdoc/>
internal sealed class InboxJob<T>(Func<InboxStatements, T> work, CancellationToken cancellationToken) : InboxJob(cancellationToken)
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Done => _done.Task;

    public override void Run(InboxStatements statements) => _result = work(statements);

    public override void Succeed() => _done.SetResult(_result!);

    public override void Fail(Exception failure) => _done.SetException(failure);

    public override void Abandon() => _done.SetCanceled(CancellationToken);
}
