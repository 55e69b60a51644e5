using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class OrderCancelled : WebhookEvent
{
    public OrderDetail? Data { get; set; }

    public static new OrderCancelled CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {
        { "data", n => { Data = n.GetObjectValue<OrderDetail>(OrderDetail.CreateFromDiscriminatorValue); } },
    };

    public override void Serialize(ISerializationWriter writer)
    {
        base.Serialize(writer);
        writer.WriteObjectValue<OrderDetail>("data", Data);
    }
}
