using System.Runtime.CompilerServices;

namespace Peeker;

/// <summary>Cuts a stream of names into requests, and holds no more of it than one.</summary>
/// <param name="names">The input.</param>
/// <param name="most">How many names a request takes.</param>
/// <param name="seen">Remembers the names of the whole input; null to let them come again.</param>
internal sealed class NameChunks(IAsyncEnumerable<string> names, int most, NameSet? seen)
{
    private long _skipped;

    public long Skipped => Interlocked.Read(ref _skipped);

    public async IAsyncEnumerable<NameChunk> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var chunk = new NameChunk(most);
        long index = 0;
        await foreach (var name in names.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (name is null) throw new ArgumentException($"domains[{index}] is null; leave it out.");
            index++;
            if (seen?.Add(name) == false)
            {
                Interlocked.Increment(ref _skipped);
                continue;
            }

            chunk.Add(name);
            if (!chunk.IsFull) continue;
            yield return chunk;
            chunk = new(most);
        }

        if (chunk.Given.Count > 0) yield return chunk;
    }
}
