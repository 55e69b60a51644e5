using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class DomainForwardingUpdated : WebhookEvent
{
    public ForwardingJob? Data { get; set; }

    public static new DomainForwardingUpdated CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {
        { "data", n => { Data = n.GetObjectValue<ForwardingJob>(ForwardingJob.CreateFromDiscriminatorValue); } },
    };

    public override void Serialize(ISerializationWriter writer)
    {
        base.Serialize(writer);
        writer.WriteObjectValue<ForwardingJob>("data", Data);
    }
}
