using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class WebhookEvent : IAdditionalDataHolder, IParsable
{
    public WebhookEvent() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? Id { get; set; }

    public WebhookEventType? Type { get; set; }

    public static WebhookEvent CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return parseNode.GetChildNode("type")?.GetStringValue() switch
        {
            "order.in_progress" => new OrderInProgress(),
            "order.completed" => new OrderCompleted(),
            "order.failed" => new OrderFailed(),
            "order.action_required" => new OrderActionRequired(),
            "order.cancel_scheduled" => new OrderCancelScheduled(),
            "order.cancelled" => new OrderCancelled(),
            "domain.connected" => new DomainConnected(),
            "domain.action_required" => new DomainActionRequired(),
            "domain.forwarding_updated" => new DomainForwardingUpdated(),
            "domain.forwarding_failed" => new DomainForwardingFailed(),
            "domain_import.completed" => new DomainImportCompleted(),
            "domain_import.failed" => new DomainImportFailed(),
            "domain_import.action_required" => new DomainImportActionRequired(),
            "swap.created" => new SwapCreated(),
            "swap.in_progress" => new SwapInProgress(),
            "swap.completed" => new SwapCompleted(),
            "swap.failed" => new SwapFailed(),
            "swap.action_required" => new SwapActionRequired(),
            _ => new(),
        };
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "type", n => { Type = n.GetEnumValue<WebhookEventType>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteStringValue("id", Id);
        writer.WriteEnumValue<WebhookEventType>("type", Type);
        writer.WriteAdditionalData(AdditionalData);
    }
}
