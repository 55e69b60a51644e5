using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderCosts : IAdditionalDataHolder, IParsable
{
    public OrderCosts() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? Currency { get; set; }

    public List<LineItem>? LineItems { get; set; }

    public long? TotalCents { get; set; }

    public static OrderCosts CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "currency", n => { Currency = n.GetStringValue(); } },
        { "line_items", n => { LineItems = n.GetCollectionOfObjectValues<LineItem>(LineItem.CreateFromDiscriminatorValue)?.AsList(); } },
        { "total_cents", n => { TotalCents = n.GetLongValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("currency", Currency);
        writer.WriteCollectionOfObjectValues<LineItem>("line_items", LineItems);
        writer.WriteLongValue("total_cents", TotalCents);
        writer.WriteAdditionalData(AdditionalData);
    }
}
