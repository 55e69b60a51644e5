using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class Domain : IAdditionalDataHolder, IParsable
{
    public Domain() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public DomainCategory? Category { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? DomainProp { get; set; }

    public string? ForwardingUrl { get; set; }

    public string? Id { get; set; }

    public string? OrderId { get; set; }

    public MailProvider? Provider { get; set; }

    public DomainStatus? Status { get; set; }

    public List<MailProvider?>? UsableFor { get; set; }

    public string? UserId { get; set; }

    public static Domain CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "category", n => { Category = n.GetEnumValue<DomainCategory>(); } },
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "domain", n => { DomainProp = n.GetStringValue(); } },
        { "forwarding_url", n => { ForwardingUrl = n.GetStringValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "order_id", n => { OrderId = n.GetStringValue(); } },
        { "provider", n => { Provider = n.GetEnumValue<MailProvider>(); } },
        { "status", n => { Status = n.GetEnumValue<DomainStatus>(); } },
        { "usable_for", n => { UsableFor = n.GetCollectionOfEnumValues<MailProvider>()?.AsList(); } },
        { "user_id", n => { UserId = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteEnumValue<DomainCategory>("category", Category);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteStringValue("domain", DomainProp);
        writer.WriteStringValue("forwarding_url", ForwardingUrl);
        writer.WriteStringValue("id", Id);
        writer.WriteStringValue("order_id", OrderId);
        writer.WriteEnumValue<MailProvider>("provider", Provider);
        writer.WriteEnumValue<DomainStatus>("status", Status);
        writer.WriteCollectionOfEnumValues<MailProvider>("usable_for", UsableFor);
        writer.WriteStringValue("user_id", UserId);
        writer.WriteAdditionalData(AdditionalData);
    }
}
