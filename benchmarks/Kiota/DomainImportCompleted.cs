using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal sealed class DomainImportCompleted : WebhookEvent
{
    public ImportJob? Data { get; set; }

    public static new DomainImportCompleted CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public override IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(base.GetFieldDeserializers())
    {
        { "data", n => { Data = n.GetObjectValue<ImportJob>(ImportJob.CreateFromDiscriminatorValue); } },
    };

    public override void Serialize(ISerializationWriter writer)
    {
        base.Serialize(writer);
        writer.WriteObjectValue<ImportJob>("data", Data);
    }
}
