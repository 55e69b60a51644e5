namespace Peeker.AspNetCore.Tests;

/// <summary>A body that ends in a failure.</summary>
internal sealed class BrokenStream(Exception failure) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw failure;
}
