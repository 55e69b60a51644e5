using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class NameserverGroup : IAdditionalDataHolder, IParsable
{
    public NameserverGroup() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<string>? Domains { get; set; }

    public List<string>? Nameservers { get; set; }

    public static NameserverGroup CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domains", n => { Domains = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
        { "nameservers", n => { Nameservers = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfPrimitiveValues<string>("domains", Domains);
        writer.WriteCollectionOfPrimitiveValues<string>("nameservers", Nameservers);
        writer.WriteAdditionalData(AdditionalData);
    }
}
