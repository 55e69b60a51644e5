using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class Swap : IAdditionalDataHolder, IParsable
{
    public Swap() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public string? DomainId { get; set; }

    public string? Id { get; set; }

    public string? ReplacementDomain { get; set; }

    public SwapStatus? Status { get; set; }

    public SwapType? Type { get; set; }

    public static Swap CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "domain_id", n => { DomainId = n.GetStringValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "replacement_domain", n => { ReplacementDomain = n.GetStringValue(); } },
        { "status", n => { Status = n.GetEnumValue<SwapStatus>(); } },
        { "type", n => { Type = n.GetEnumValue<SwapType>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteStringValue("domain_id", DomainId);
        writer.WriteStringValue("id", Id);
        writer.WriteStringValue("replacement_domain", ReplacementDomain);
        writer.WriteEnumValue<SwapStatus>("status", Status);
        writer.WriteEnumValue<SwapType>("type", Type);
        writer.WriteAdditionalData(AdditionalData);
    }
}
