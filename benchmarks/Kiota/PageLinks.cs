using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class PageLinks : IAdditionalDataHolder, IParsable
{
    public PageLinks() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? First { get; set; }

    public string? Next { get; set; }

    public static PageLinks CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "first", n => { First = n.GetStringValue(); } },
        { "next", n => { Next = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("first", First);
        writer.WriteStringValue("next", Next);
        writer.WriteAdditionalData(AdditionalData);
    }
}
