using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderReceiptPage : IAdditionalDataHolder, IParsable
{
    public OrderReceiptPage() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<OrderReceipt>? Data { get; set; }

    public PageLinks? Links { get; set; }

    public PageMeta? Meta { get; set; }

    public static OrderReceiptPage CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "data", n => { Data = n.GetCollectionOfObjectValues<OrderReceipt>(OrderReceipt.CreateFromDiscriminatorValue)?.AsList(); } },
        { "links", n => { Links = n.GetObjectValue<PageLinks>(PageLinks.CreateFromDiscriminatorValue); } },
        { "meta", n => { Meta = n.GetObjectValue<PageMeta>(PageMeta.CreateFromDiscriminatorValue); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfObjectValues<OrderReceipt>("data", Data);
        writer.WriteObjectValue<PageLinks>("links", Links);
        writer.WriteObjectValue<PageMeta>("meta", Meta);
        writer.WriteAdditionalData(AdditionalData);
    }
}
