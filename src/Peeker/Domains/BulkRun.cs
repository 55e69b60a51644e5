using System.Runtime.CompilerServices;

namespace Peeker;

/// <summary>A run over many names: cut into requests, sent side by side, counted.</summary>
/// <param name="names">The input.</param>
/// <param name="most">How many names a request takes.</param>
/// <param name="usualConcurrency">How many requests are under way if the options do not say.</param>
/// <param name="options">The caller's wishes.</param>
/// <param name="send">One request.</param>
internal sealed class BulkRun<T>(
    IAsyncEnumerable<string> names, int most, int usualConcurrency, BulkOptions options, Func<NameChunk, CancellationToken, Task<BulkPart<T>>> send)
{
    public async IAsyncEnumerable<T> ReadAsync(CancellationToken callToken, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        var chunks = new NameChunks(names, most, options.DistinctAcrossInput ? new() : null);
        using var run = new ConcurrentRun<NameChunk, BulkPart<T>>(chunks.ReadAsync(CancellationToken.None), send, options.Concurrency ?? usualConcurrency);
        var total = options.Total ?? (names as NamesAtHand)?.Count;
        var (succeeded, failed) = (0L, 0L);
        await foreach (var part in run.ReadAsync(options.InInputOrder, either.Token).ConfigureAwait(false))
        {
            succeeded += part.Names - part.Failed;
            failed += part.Failed;
            Report();
            foreach (var outcome in part.Outcomes)
            {
                either.Token.ThrowIfCancellationRequested();
                yield return outcome;
            }
        }

        // Names that were left out after the last request count too.
        Report();

        void Report() => options.Progress?.Report(new(succeeded, failed, chunks.Skipped, total));
    }
}
