namespace Peeker.Benchmarks.Floor;

internal sealed class Envelope<T>
{
    public T? Data { get; set; }
}
