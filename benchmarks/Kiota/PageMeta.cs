using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class PageMeta : IAdditionalDataHolder, IParsable
{
    public PageMeta() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? Path { get; set; }

    public int? PerPage { get; set; }

    public int? Returned { get; set; }

    public static PageMeta CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "path", n => { Path = n.GetStringValue(); } },
        { "per_page", n => { PerPage = n.GetIntValue(); } },
        { "returned", n => { Returned = n.GetIntValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("path", Path);
        writer.WriteIntValue("per_page", PerPage);
        writer.WriteIntValue("returned", Returned);
        writer.WriteAdditionalData(AdditionalData);
    }
}
