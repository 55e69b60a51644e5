using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Peeker;

/// <summary>
/// Workers take items from a source, one at a time, and put what they make of them into a channel. An item needs room before it is taken, and gives it back when its
/// result was read: so whoever reads slowly slows the source down.
/// </summary>
internal sealed class ConcurrentRun<TItem, TResult>(IAsyncEnumerable<TItem> source, Func<TItem, CancellationToken, Task<TResult>> work, int concurrency) : IDisposable
{
    private readonly int _mostAhead = concurrency * 2;
    private readonly SemaphoreSlim _room = new(concurrency * 2);
    private readonly SemaphoreSlim _turn = new(1);
    private long _taken;
    private bool _exhausted;
    private volatile bool _ended;
    private Exception? _failure;

    /// <summary>
    /// The results. When the source or the work throws, nothing more is taken, what is under way is brought to its end and given out as far as the order allows,
    /// and then it is thrown. When the token is cancelled or the reader leaves, what is under way is cancelled and waited for.
    /// </summary>
    public async IAsyncEnumerable<TResult> ReadAsync(bool inOrder, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var results = Channel.CreateBounded<(long Index, TResult Result)>(new BoundedChannelOptions(_mostAhead) { SingleReader = true });
        var running = RunAsync(results.Writer, stop.Token);
        try
        {
            var (next, early) = (0L, new Dictionary<long, TResult>());
            await foreach (var (index, result) in results.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                early.Add(index, result);
                if (!inOrder) next = index;
                while (early.Remove(next, out var due))
                {
                    next++;
                    yield return due;
                    _room.Release();
                }
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _room.Dispose();
        _turn.Dispose();
    }

    private async Task RunAsync(ChannelWriter<(long Index, TResult Result)> results, CancellationToken stop)
    {
        var items = source.GetAsyncEnumerator(stop);
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(() => GuardAsync(() => WorkAsync(items, results, stop), stop), CancellationToken.None))).ConfigureAwait(false);
        await GuardAsync(() => items.DisposeAsync().AsTask(), stop).ConfigureAwait(false);
        results.TryComplete(_failure);
    }

    private async Task WorkAsync(IAsyncEnumerator<TItem> items, ChannelWriter<(long Index, TResult Result)> results, CancellationToken stop)
    {
        while (true)
        {
            await _room.WaitAsync(stop).ConfigureAwait(false);
            var (index, item) = (0L, default(TItem)!);
            await _turn.WaitAsync(stop).ConfigureAwait(false);
            try
            {
                if (_ended || _exhausted) return;
                // A source that ended or threw is not asked again.
                _exhausted = true;
                if (!await items.MoveNextAsync().ConfigureAwait(false)) return;
                _exhausted = false;
                (index, item) = (_taken++, items.Current);
            }
            finally
            {
                _turn.Release();
            }

            await results.WriteAsync((index, await work(item, stop).ConfigureAwait(false)), stop).ConfigureAwait(false);
        }
    }

    // A worker that ends has no use for its room. The next one that waits for room gets it, and ends too.
    private async Task GuardAsync(Func<Task> run, CancellationToken stop)
    {
        try
        {
            await run().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, failure, null);
        }

        _ended = true;
        _room.Release();
    }
}
