using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class LineItem : IAdditionalDataHolder, IParsable
{
    public LineItem() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public long? AmountCents { get; set; }

    public int? Quantity { get; set; }

    public LineItemType? Type { get; set; }

    public static LineItem CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "amount_cents", n => { AmountCents = n.GetLongValue(); } },
        { "quantity", n => { Quantity = n.GetIntValue(); } },
        { "type", n => { Type = n.GetEnumValue<LineItemType>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLongValue("amount_cents", AmountCents);
        writer.WriteIntValue("quantity", Quantity);
        writer.WriteEnumValue<LineItemType>("type", Type);
        writer.WriteAdditionalData(AdditionalData);
    }
}
