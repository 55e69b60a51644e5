using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class BundleOrder : IAdditionalDataHolder, IParsable
{
    public BundleOrder() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? BundleId { get; set; }

    public List<OrderDomainObject>? Domains { get; set; }

    public string? ForwardingUrl { get; set; }

    public List<Persona>? Personas { get; set; }

    public OrderSequencer? Sequencer { get; set; }

    public string? User { get; set; }

    public static BundleOrder CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "bundle_id", n => { BundleId = n.GetStringValue(); } },
        { "domains", n => { Domains = n.GetCollectionOfObjectValues<OrderDomainObject>(OrderDomainObject.CreateFromDiscriminatorValue)?.AsList(); } },
        { "forwarding_url", n => { ForwardingUrl = n.GetStringValue(); } },
        { "personas", n => { Personas = n.GetCollectionOfObjectValues<Persona>(Persona.CreateFromDiscriminatorValue)?.AsList(); } },
        { "sequencer", n => { Sequencer = n.GetObjectValue<OrderSequencer>(OrderSequencer.CreateFromDiscriminatorValue); } },
        { "user", n => { User = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("bundle_id", BundleId);
        writer.WriteCollectionOfObjectValues<OrderDomainObject>("domains", Domains);
        writer.WriteStringValue("forwarding_url", ForwardingUrl);
        writer.WriteCollectionOfObjectValues<Persona>("personas", Personas);
        writer.WriteObjectValue<OrderSequencer>("sequencer", Sequencer);
        writer.WriteStringValue("user", User);
        writer.WriteAdditionalData(AdditionalData);
    }
}
