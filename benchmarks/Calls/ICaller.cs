namespace Peeker.Benchmarks.Calls;

/// <summary>Somebody's client, with the calls that are measured.</summary>
internal interface ICaller : IDisposable
{
    string Name { get; }

    Task GetOrderAsync();

    Task CreateOrderAsync();

    Task CheckAvailabilityAsync();

    /// <summary>The domains that the answers of the three calls have: an order's count, a receipt's count, the rows of an availability.</summary>
    Task<(long Order, long Receipt, long Rows)> CountAsync();
}
