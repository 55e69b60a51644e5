namespace Peeker.Benchmarks.Floor;

internal sealed class Event<T>
{
    public string? Id { get; set; }

    public string? Type { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public T? Data { get; set; }
}
