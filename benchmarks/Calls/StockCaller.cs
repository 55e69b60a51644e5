using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Stock;

namespace Peeker.Benchmarks.Calls;

/// <summary>The clients that NSwag's own templates make.</summary>
internal sealed class StockCaller : ICaller
{
    private readonly HttpClient _http;
    private readonly Stock.OrdersClient _orders;
    private readonly Stock.DomainsClient _domains;
    private readonly Stock.OrderRequest _order;
    private readonly Stock.AvailabilityRequest _availability = new() { Domains = [.. CallSamples.Names] };

    public StockCaller(Uri address)
    {
        _http = CallSamples.Http(address, null);
        (_orders, _domains) = (new(_http) { BaseUrl = address.AbsoluteUri }, new(_http) { BaseUrl = address.AbsoluteUri });
        var order = StockJson.Read<Stock.BundleOrder>(DocumentSet.Named("order request of 10 domains").Bytes);

        // The union has no members of its own in these templates.
        _order = new()
        {
            AdditionalProperties = new Dictionary<string, object>
            {
                ["user"] = order.User,
                ["bundle_id"] = order.Bundle_id,
                ["sequencer"] = order.Sequencer,
                ["forwarding_url"] = order.Forwarding_url,
                ["domains"] = order.Domains,
                ["personas"] = order.Personas,
            },
        };
    }

    public string Name => Contender.Stock;

    public Task GetOrderAsync() => _orders.Orders_GetAsync(CallSamples.OrderId);

    public Task CreateOrderAsync() => _orders.Orders_CreateAsync(_order);

    public Task CheckAvailabilityAsync() => _domains.Domains_CheckAvailabilityAsync(_availability);

    public async Task<(long Order, long Receipt, long Rows)> CountAsync() => (
        (await _orders.Orders_GetAsync(CallSamples.OrderId)).Data.Domain_count,
        (await _orders.Orders_CreateAsync(_order)).Data.Domain_count,
        (await _domains.Domains_CheckAvailabilityAsync(_availability)).Data.Domains.Count);

    public void Dispose() => _http.Dispose();
}
