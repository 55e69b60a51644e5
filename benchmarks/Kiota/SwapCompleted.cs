using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class SwapCompleted : WebhookEvent
{
    public Swap? Data { get; set; }

    public static new SwapCompleted CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {
        { "data", n => { Data = n.GetObjectValue<Swap>(Swap.CreateFromDiscriminatorValue); } },
    };

    public override void Serialize(ISerializationWriter writer)
    {
        base.Serialize(writer);
        writer.WriteObjectValue<Swap>("data", Data);
    }
}
