using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class ImportFailure : IAdditionalDataHolder, IParsable
{
    public ImportFailure() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? Domain { get; set; }

    public string? Reason { get; set; }

    public static ImportFailure CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domain", n => { Domain = n.GetStringValue(); } },
        { "reason", n => { Reason = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("domain", Domain);
        writer.WriteStringValue("reason", Reason);
        writer.WriteAdditionalData(AdditionalData);
    }
}
