using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class EffectiveSplit : IAdditionalDataHolder, IParsable
{
    public EffectiveSplit() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public int? GooglePercent { get; set; }

    public int? MicrosoftPercent { get; set; }

    public static EffectiveSplit CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "google_percent", n => { GooglePercent = n.GetIntValue(); } },
        { "microsoft_percent", n => { MicrosoftPercent = n.GetIntValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteIntValue("google_percent", GooglePercent);
        writer.WriteIntValue("microsoft_percent", MicrosoftPercent);
        writer.WriteAdditionalData(AdditionalData);
    }
}
