using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class AvailabilityRow : IAdditionalDataHolder, IParsable
{
    public AvailabilityRow() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public bool? Available { get; set; }

    public string? Currency { get; set; }

    public string? Domain { get; set; }

    public bool? Premium { get; set; }

    public long? PriceCents { get; set; }

    public UnavailableReason? Reason { get; set; }

    public long? RenewalPriceCents { get; set; }

    public List<MailProvider?>? UsableFor { get; set; }

    public static AvailabilityRow CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "available", n => { Available = n.GetBoolValue(); } },
        { "currency", n => { Currency = n.GetStringValue(); } },
        { "domain", n => { Domain = n.GetStringValue(); } },
        { "premium", n => { Premium = n.GetBoolValue(); } },
        { "price_cents", n => { PriceCents = n.GetLongValue(); } },
        { "reason", n => { Reason = n.GetEnumValue<UnavailableReason>(); } },
        { "renewal_price_cents", n => { RenewalPriceCents = n.GetLongValue(); } },
        { "usable_for", n => { UsableFor = n.GetCollectionOfEnumValues<MailProvider>()?.AsList(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBoolValue("available", Available);
        writer.WriteStringValue("currency", Currency);
        writer.WriteStringValue("domain", Domain);
        writer.WriteBoolValue("premium", Premium);
        writer.WriteLongValue("price_cents", PriceCents);
        writer.WriteEnumValue<UnavailableReason>("reason", Reason);
        writer.WriteLongValue("renewal_price_cents", RenewalPriceCents);
        writer.WriteCollectionOfEnumValues<MailProvider>("usable_for", UsableFor);
        writer.WriteAdditionalData(AdditionalData);
    }
}
