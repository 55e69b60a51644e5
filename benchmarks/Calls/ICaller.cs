namespace Peeker.Benchmarks.Calls;

/// <summary>Somebody's client, with the calls that are measured.</summary>
internal interface ICaller : IDisposable
{
    string Name { get; }

    Task GetOrderAsync();

    Task CreateOrderAsync();

    Task CheckAvailabilityAsync();
}
