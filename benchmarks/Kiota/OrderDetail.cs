using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderDetail : IAdditionalDataHolder, IParsable
{
    public OrderDetail() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? BundleId { get; set; }

    public OrderCosts? Costs { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public int? DomainCount { get; set; }

    public OrderDomains? Domains { get; set; }

    public string? Email { get; set; }

    public string? Id { get; set; }

    public List<Persona>? Personas { get; set; }

    public DateTimeOffset? RenewsAt { get; set; }

    public OrderStatus? Status { get; set; }

    public string? UserId { get; set; }

    public static OrderDetail CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "bundle_id", n => { BundleId = n.GetStringValue(); } },
        { "costs", n => { Costs = n.GetObjectValue<OrderCosts>(OrderCosts.CreateFromDiscriminatorValue); } },
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "domain_count", n => { DomainCount = n.GetIntValue(); } },
        { "domains", n => { Domains = n.GetObjectValue<OrderDomains>(OrderDomains.CreateFromDiscriminatorValue); } },
        { "email", n => { Email = n.GetStringValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "personas", n => { Personas = n.GetCollectionOfObjectValues<Persona>(Persona.CreateFromDiscriminatorValue)?.AsList(); } },
        { "renews_at", n => { RenewsAt = n.GetDateTimeOffsetValue(); } },
        { "status", n => { Status = n.GetEnumValue<OrderStatus>(); } },
        { "user_id", n => { UserId = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("bundle_id", BundleId);
        writer.WriteObjectValue<OrderCosts>("costs", Costs);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteIntValue("domain_count", DomainCount);
        writer.WriteObjectValue<OrderDomains>("domains", Domains);
        writer.WriteStringValue("email", Email);
        writer.WriteStringValue("id", Id);
        writer.WriteCollectionOfObjectValues<Persona>("personas", Personas);
        writer.WriteDateTimeOffsetValue("renews_at", RenewsAt);
        writer.WriteEnumValue<OrderStatus>("status", Status);
        writer.WriteStringValue("user_id", UserId);
        writer.WriteAdditionalData(AdditionalData);
    }
}
