namespace Peeker.Sandbox.Http;

/// <summary>Half of a body, then the end of the connection.</summary>
internal sealed class TruncatedStream(byte[] body) : Stream
{
    private readonly MemoryStream _half = new(body, 0, body.Length / 2, writable: false);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _half.Read(buffer, offset, count);
        return read > 0 || count == 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, "The sandbox closed the connection after half of the body.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
