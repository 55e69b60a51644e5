using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class DomainActionRequired : WebhookEvent
{
    public Domain? Data { get; set; }

    public static new DomainActionRequired CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {
        { "data", n => { Data = n.GetObjectValue<Domain>(Domain.CreateFromDiscriminatorValue); } },
    };

    public override void Serialize(ISerializationWriter writer)
    {
        base.Serialize(writer);
        writer.WriteObjectValue<Domain>("data", Data);
    }
}
