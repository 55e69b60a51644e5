using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderDomains : IAdditionalDataHolder, IParsable
{
    public OrderDomains() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<string>? Imported { get; set; }

    public List<string>? Registered { get; set; }

    public static OrderDomains CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "imported", n => { Imported = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
        { "registered", n => { Registered = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfPrimitiveValues<string>("imported", Imported);
        writer.WriteCollectionOfPrimitiveValues<string>("registered", Registered);
        writer.WriteAdditionalData(AdditionalData);
    }
}
