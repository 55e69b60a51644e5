using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderReceiptEnvelope : IAdditionalDataHolder, IParsable
{
    public OrderReceiptEnvelope() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public OrderReceipt? Data { get; set; }

    public static OrderReceiptEnvelope CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "data", n => { Data = n.GetObjectValue<OrderReceipt>(OrderReceipt.CreateFromDiscriminatorValue); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteObjectValue<OrderReceipt>("data", Data);
        writer.WriteAdditionalData(AdditionalData);
    }
}
