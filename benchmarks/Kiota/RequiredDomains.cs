using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class RequiredDomains : IAdditionalDataHolder, IParsable
{
    public RequiredDomains() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public int? Google { get; set; }

    public int? Microsoft { get; set; }

    public int? Total { get; set; }

    public static RequiredDomains CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "google", n => { Google = n.GetIntValue(); } },
        { "microsoft", n => { Microsoft = n.GetIntValue(); } },
        { "total", n => { Total = n.GetIntValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteIntValue("google", Google);
        writer.WriteIntValue("microsoft", Microsoft);
        writer.WriteIntValue("total", Total);
        writer.WriteAdditionalData(AdditionalData);
    }
}
