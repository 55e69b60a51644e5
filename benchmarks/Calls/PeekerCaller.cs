using Peeker.Benchmarks.Documents;

namespace Peeker.Benchmarks.Calls;

/// <summary>The client as it comes, but for the size of its request budget, which no machine reaches in a day.</summary>
internal sealed class PeekerCaller(Uri address, HttpMessageHandler? handler = null) : ICaller
{
    private readonly PeekerClient _peeker = new(CallSamples.Key, new() { BaseAddress = address, Handler = handler, RequestsPerMinute = 10_000_000 });
    private readonly Peeker.AvailabilityRequest _availability = new() { Domains = CallSamples.Names };

    public string Name => Contender.Peeker;

    public Task GetOrderAsync() => _peeker.Orders.GetAsync(CallSamples.OrderId);

    public Task CreateOrderAsync() => _peeker.Orders.CreateAsync(Samples.OrderRequest);

    public Task CheckAvailabilityAsync() => _peeker.Domains.CheckAvailabilityAsync(_availability);

    public async Task<(long Order, long Receipt, long Rows)> CountAsync() => (
        (await _peeker.Orders.GetAsync(CallSamples.OrderId)).DomainCount,
        (await _peeker.Orders.CreateAsync(Samples.OrderRequest)).DomainCount,
        (await _peeker.Domains.CheckAvailabilityAsync(_availability)).Domains.Count);

    public void Dispose() => _peeker.Dispose();
}
