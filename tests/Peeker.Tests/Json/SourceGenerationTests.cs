using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Tests.Specification;

namespace Peeker.Tests.Json;

/// <summary>A host that serialises with a source-generated context, as a Native AOT program must, gets the same JSON.</summary>
public partial class SourceGenerationTests
{
    [Fact]
    public void A_context_of_the_host_uses_the_models_own_converters()
    {
        var bundle = DocumentedExample.All.First(example => example.Model == typeof(Bundle)).Json;
        SameJson.Assert(bundle, JsonSerializer.Serialize(JsonSerializer.Deserialize(bundle.ToJsonString(), HostContext.Default.Bundle)!, HostContext.Default.Bundle));
        var page = DocumentedExample.All.First(example => example.Model == typeof(Page<OrderReceipt>)).Json;
        SameJson.Assert(page, JsonSerializer.Serialize(JsonSerializer.Deserialize(page.ToJsonString(), HostContext.Default.PageOrderReceipt)!, HostContext.Default.PageOrderReceipt));
        var completed = DocumentedExample.All.First(example => example.Model == typeof(OrderCompleted)).Json;
        SameJson.Assert(completed, JsonSerializer.Serialize(JsonSerializer.Deserialize(completed.ToJsonString(), HostContext.Default.WebhookEvent)!, HostContext.Default.WebhookEvent));
        Assert.Equal("{\"bundle\":null,\"status\":\"completed\"}", JsonSerializer.Serialize(new Mine(null, OrderStatus.Completed), HostContext.Default.Mine));
    }

    internal sealed record Mine(Bundle? Bundle, OrderStatus? Status);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
    [JsonSerializable(typeof(Bundle))]
    [JsonSerializable(typeof(Page<OrderReceipt>))]
    [JsonSerializable(typeof(WebhookEvent))]
    [JsonSerializable(typeof(Mine))]
    internal sealed partial class HostContext : JsonSerializerContext;
}
