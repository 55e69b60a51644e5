using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Floor;

namespace Peeker.Benchmarks.Calls;

/// <summary>The least that somebody writes by hand.</summary>
internal sealed class FloorCaller(Uri address, HttpMessageHandler? handler = null) : ICaller
{
    private readonly HttpClient _http = CallSamples.Http(address, handler);
    private readonly Floor.BundleOrder _order = JsonSerializer.Deserialize(DocumentSet.Named("order request of 10 domains").Bytes, FloorJson.Default.BundleOrder)!;
    private readonly Floor.AvailabilityRequest _availability = new() { Domains = [.. CallSamples.Names] };

    public string Name => Contender.Floor;

    public async Task GetOrderAsync() => await _http.GetFromJsonAsync($"orders/{CallSamples.OrderId}", FloorJson.Default.EnvelopeOrderDetail);

    public Task CreateOrderAsync() => PostAsync("orders", _order, FloorJson.Default.BundleOrder, FloorJson.Default.EnvelopeOrderReceipt);

    public Task CheckAvailabilityAsync() => PostAsync("domains/availability", _availability, FloorJson.Default.AvailabilityRequest, FloorJson.Default.EnvelopeAvailability);

    public async Task<(long Order, long Receipt, long Rows)> CountAsync() => (
        (await _http.GetFromJsonAsync($"orders/{CallSamples.OrderId}", FloorJson.Default.EnvelopeOrderDetail))!.Data!.DomainCount,
        (await PostAsync("orders", _order, FloorJson.Default.BundleOrder, FloorJson.Default.EnvelopeOrderReceipt)).Data!.DomainCount,
        (await PostAsync("domains/availability", _availability, FloorJson.Default.AvailabilityRequest, FloorJson.Default.EnvelopeAvailability)).Data!.Domains!.Count);

    public void Dispose() => _http.Dispose();

    private async Task<TAnswer> PostAsync<TRequest, TAnswer>(string path, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType)
    {
        using var response = await _http.PostAsJsonAsync(path, request, requestType);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(answerType))!;
    }
}
