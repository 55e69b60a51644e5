using System.Buffers;
using System.Runtime.CompilerServices;

namespace Peeker.Http;

/// <summary>A response body in rented memory, read without blocking and up to a limit.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private byte[] _bytes = [];
    private int _length;

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, _length);

    /// <summary>The body without the byte order mark that some proxies put before it.</summary>
    public ReadOnlyMemory<byte> WithoutMark => Memory.Span.StartsWith("\uFEFF"u8) ? Memory[3..] : Memory;

    /// <summary>Why reading stopped before the end; null when the body is whole.</summary>
    public Exception? Broken { get; private set; }

    /// <summary>Whether the body goes on beyond the limit.</summary>
    public bool TooLarge { get; private set; }

    public bool IsWhole => !TooLarge && Broken is null;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            TooLarge = true;
            return;
        }

        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            Grow((int)Math.Min(content.Headers.ContentLength + 1 ?? 4096, limit + 1L));
            while (true)
            {
                var read = await stream.ReadAsync(_bytes.AsMemory(_length), cancellationToken).ConfigureAwait(false);
                if (read == 0) return;
                _length += read;
                if (_length > limit)
                {
                    TooLarge = true;
                    return;
                }

                if (_length == _bytes.Length) Grow(_length * 2);
            }
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or InvalidDataException)
        {
            Broken = broken;
        }
    }

    public void Dispose()
    {
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _bytes.AsSpan(0, _length).CopyTo(larger);
        if (_bytes.Length > 0) ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
