using Peeker.Benchmarks.Floor;
using Refit;

namespace Peeker.Benchmarks.Calls;

/// <summary>The interface that Refit implements.</summary>
internal interface IRefitApi
{
    [Get("/orders/{id}")]
    Task<Envelope<Floor.OrderDetail>> GetOrderAsync(string id);

    [Post("/orders")]
    Task<Envelope<Floor.OrderReceipt>> CreateOrderAsync([Body] Floor.BundleOrder order);

    [Post("/domains/availability")]
    Task<Envelope<Floor.Availability>> CheckAvailabilityAsync([Body] Floor.AvailabilityRequest request);
}
