using System.Collections.Concurrent;

namespace Peeker.Sandbox.Tests.Chaos;

/// <summary>Exceptions of tasks that nobody looked at; the runtime tells of them when it collects the task.</summary>
internal sealed class UnobservedExceptions : IDisposable
{
    private readonly ConcurrentQueue<Exception> _seen = [];

    public UnobservedExceptions()
    {
        // What earlier tests left behind is not meant.
        Collect();
        TaskScheduler.UnobservedTaskException += Note;
    }

    /// <summary>All of them, after a collection.</summary>
    public IReadOnlyList<Exception> Seen
    {
        get
        {
            Collect();
            return [.. _seen];
        }
    }

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Note;

    private static void Collect()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs raised) => _seen.Enqueue(raised.Exception);
}
