using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Peeker.Benchmarks.Stock;

/// <summary>What a client of NSwag's own templates does with a body.</summary>
internal static class StockJson
{
    private static readonly JsonSerializerSettings Settings = new();

    public static T Read<T>(byte[] body)
    {
        using var stream = new MemoryStream(body);
        using var text = new StreamReader(stream);
        using var reader = new JsonTextReader(text);
        return JsonSerializer.Create(Settings).Deserialize<T>(reader)!;
    }

    public static byte[] Write(object value) => Encoding.UTF8.GetBytes(JsonConvert.SerializeObject(value, Settings));

    /// <summary>The templates know no webhooks: a token tree for the type, and from it the class.</summary>
    public static WebhookEvent ReadEvent(byte[] body)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body))) { DateParseHandling = DateParseHandling.None };
        var tree = JObject.Load(reader);
        return (WebhookEvent)tree.ToObject(TypeOf((string)tree["type"]!), JsonSerializer.Create(Settings))!;
    }

    private static Type TypeOf(string type) => type switch
    {
        "order.in_progress" => typeof(OrderInProgress),
        "order.completed" => typeof(OrderCompleted),
        "order.failed" => typeof(OrderFailed),
        "order.action_required" => typeof(OrderActionRequired),
        "order.cancel_scheduled" => typeof(OrderCancelScheduled),
        "order.cancelled" => typeof(OrderCancelled),
        "domain.connected" => typeof(DomainConnected),
        "domain.action_required" => typeof(DomainActionRequired),
        "domain.forwarding_updated" => typeof(DomainForwardingUpdated),
        "domain.forwarding_failed" => typeof(DomainForwardingFailed),
        "domain_import.completed" => typeof(DomainImportCompleted),
        "domain_import.failed" => typeof(DomainImportFailed),
        "domain_import.action_required" => typeof(DomainImportActionRequired),
        "swap.created" => typeof(SwapCreated),
        "swap.in_progress" => typeof(SwapInProgress),
        "swap.completed" => typeof(SwapCompleted),
        "swap.failed" => typeof(SwapFailed),
        _ => typeof(SwapActionRequired),
    };
}
