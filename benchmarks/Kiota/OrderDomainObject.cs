using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderDomainObject : IAdditionalDataHolder, IParsable
{
    public OrderDomainObject() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? Domain { get; set; }

    public string? ForwardingUrl { get; set; }

    public static OrderDomainObject CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domain", n => { Domain = n.GetStringValue(); } },
        { "forwarding_url", n => { ForwardingUrl = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("domain", Domain);
        writer.WriteStringValue("forwarding_url", ForwardingUrl);
        writer.WriteAdditionalData(AdditionalData);
    }
}
