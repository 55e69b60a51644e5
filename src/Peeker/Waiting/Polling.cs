using Peeker.Http;

namespace Peeker;

/// <summary>What the specification says about waiting for a resource.</summary>
/// <param name="Operation">The operation that reads it.</param>
/// <param name="Seconds">The time between two questions.</param>
/// <param name="Ends">The statuses that end the wait; null is the good end. Any other status, also one this version does not know, may still change.</param>
internal sealed record Polling(string Operation, int Seconds, IReadOnlyDictionary<string, NotCompletedReason?> Ends)
{
    public Wait<T> Until<T>(Func<string, CancellationToken, Task<T>> read, Func<T, string> status, string whatToDo, PeekerTransport transport)
        where T : class, Json.IWire<T> => new(this, read, status, whatToDo, transport.Time, transport.Random);
}
