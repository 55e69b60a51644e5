using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class AvailabilityRequest : IAdditionalDataHolder, IParsable
{
    public AvailabilityRequest() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<string>? Domains { get; set; }

    public static AvailabilityRequest CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domains", n => { Domains = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfPrimitiveValues<string>("domains", Domains);
        writer.WriteAdditionalData(AdditionalData);
    }
}
