namespace Peeker;

/// <summary>Names that need no waiting for, read as if they did.</summary>
internal sealed class NamesAtHand(IEnumerable<string> names) : IAsyncEnumerable<string>
{
    /// <summary>How many there are, where that is known without reading them.</summary>
    public long? Count => names.TryGetNonEnumeratedCount(out var count) ? count : null;

    public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new Enumerator(names.GetEnumerator(), cancellationToken);

    private sealed class Enumerator(IEnumerator<string> names, CancellationToken cancellationToken) : IAsyncEnumerator<string>
    {
        public string Current => names.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(names.MoveNext());
        }

        public ValueTask DisposeAsync()
        {
            names.Dispose();
            return default;
        }
    }
}
