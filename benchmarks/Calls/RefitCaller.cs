using System.Text.Json;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Floor;
using Refit;

namespace Peeker.Benchmarks.Calls;

/// <summary>Refit over the floor's classes.</summary>
internal sealed class RefitCaller : ICaller
{
    private readonly HttpClient _http;
    private readonly IRefitApi _api;
    private readonly Floor.BundleOrder _order = JsonSerializer.Deserialize(DocumentSet.Named("order request of 10 domains").Bytes, FloorJson.Default.BundleOrder)!;
    private readonly Floor.AvailabilityRequest _availability = new() { Domains = [.. CallSamples.Names] };

    public RefitCaller(Uri address)
    {
        _http = CallSamples.Http(address, null);
        _api = RestService.For<IRefitApi>(_http, new RefitSettings(new SystemTextJsonContentSerializer(RefitJson.Options)));
    }

    public string Name => Contender.Refit;

    public Task GetOrderAsync() => _api.GetOrderAsync(CallSamples.OrderId);

    public Task CreateOrderAsync() => _api.CreateOrderAsync(_order);

    public Task CheckAvailabilityAsync() => _api.CheckAvailabilityAsync(_availability);

    public async Task<(long Order, long Receipt, long Rows)> CountAsync() =>
        ((await _api.GetOrderAsync(CallSamples.OrderId)).Data!.DomainCount, (await _api.CreateOrderAsync(_order)).Data!.DomainCount, (await _api.CheckAvailabilityAsync(_availability)).Data!.Domains!.Count);

    public void Dispose() => _http.Dispose();
}
