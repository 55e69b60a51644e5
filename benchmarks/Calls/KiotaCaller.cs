using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Peeker.Benchmarks.Documents;
using Peeker.Benchmarks.Kiota;

namespace Peeker.Benchmarks.Calls;

/// <summary>Kiota's request adapter, with the requests that its generator's builders make.</summary>
internal sealed class KiotaCaller : ICaller
{
    private readonly HttpClientRequestAdapter _adapter;
    private readonly Kiota.BundleOrder _order = KiotaJson.Read(DocumentSet.Named("order request of 10 domains").Bytes, Kiota.BundleOrder.CreateFromDiscriminatorValue);
    private readonly Kiota.AvailabilityRequest _availability = new() { Domains = [.. CallSamples.Names] };

    public KiotaCaller(Uri address)
    {
        ApiClientBuilder.RegisterDefaultSerializer<Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory>();
        ApiClientBuilder.RegisterDefaultDeserializer<Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory>();
        _adapter = new(new BaseBearerTokenAuthenticationProvider(new FixedKey())) { BaseUrl = address.AbsoluteUri.TrimEnd('/') };
    }

    public string Name => Contender.Kiota;

    public Task GetOrderAsync() => GetAsync();

    public Task CreateOrderAsync() => PostAsync("{+baseurl}/orders", _order, Kiota.OrderReceiptEnvelope.CreateFromDiscriminatorValue);

    public Task CheckAvailabilityAsync() => PostAsync("{+baseurl}/domains/availability", _availability, Kiota.AvailabilityEnvelope.CreateFromDiscriminatorValue);

    public async Task<(long Order, long Receipt, long Rows)> CountAsync() => (
        (await GetAsync())!.Data!.DomainCount!.Value,
        (await PostAsync("{+baseurl}/orders", _order, Kiota.OrderReceiptEnvelope.CreateFromDiscriminatorValue))!.Data!.DomainCount!.Value,
        (await PostAsync("{+baseurl}/domains/availability", _availability, Kiota.AvailabilityEnvelope.CreateFromDiscriminatorValue))!.Data!.Domains!.Count);

    public void Dispose() => _adapter.Dispose();

    private Task<Kiota.OrderDetailEnvelope?> GetAsync()
    {
        var request = Request(Method.GET, "{+baseurl}/orders/{id}");
        request.PathParameters.Add("id", CallSamples.OrderId);
        return _adapter.SendAsync(request, Kiota.OrderDetailEnvelope.CreateFromDiscriminatorValue);
    }

    private Task<T?> PostAsync<TBody, T>(string template, TBody body, ParsableFactory<T> factory)
        where TBody : IParsable
        where T : IParsable
    {
        var request = Request(Method.POST, template);
        request.SetContentFromParsable(_adapter, "application/json", body);
        return _adapter.SendAsync(request, factory);
    }

    private RequestInformation Request(Method method, string template)
    {
        var request = new RequestInformation(method, template, new Dictionary<string, object> { ["baseurl"] = _adapter.BaseUrl! });
        request.Headers.TryAdd("Accept", "application/json");
        return request;
    }

    private sealed class FixedKey : IAccessTokenProvider
    {
        public AllowedHostsValidator AllowedHostsValidator { get; } = new();

        public Task<string> GetAuthorizationTokenAsync(Uri uri, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(CallSamples.Key);
    }
}
