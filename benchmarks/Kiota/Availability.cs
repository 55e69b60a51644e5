using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class Availability : IAdditionalDataHolder, IParsable
{
    public Availability() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<AvailabilityRow>? Domains { get; set; }

    public static Availability CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domains", n => { Domains = n.GetCollectionOfObjectValues<AvailabilityRow>(AvailabilityRow.CreateFromDiscriminatorValue)?.AsList(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfObjectValues<AvailabilityRow>("domains", Domains);
        writer.WriteAdditionalData(AdditionalData);
    }
}
