using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class ForwardingFailure : IAdditionalDataHolder, IParsable
{
    public ForwardingFailure() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? Domain { get; set; }

    public ForwardingFailureReason? Reason { get; set; }

    public static ForwardingFailure CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "domain", n => { Domain = n.GetStringValue(); } },
        { "reason", n => { Reason = n.GetEnumValue<ForwardingFailureReason>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("domain", Domain);
        writer.WriteEnumValue<ForwardingFailureReason>("reason", Reason);
        writer.WriteAdditionalData(AdditionalData);
    }
}
