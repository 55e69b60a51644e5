using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class ImportJob : IAdditionalDataHolder, IParsable
{
    public ImportJob() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public List<ImportFailure>? Failed { get; set; }

    public string? Id { get; set; }

    public List<NameserverGroup>? NameserverGroups { get; set; }

    public ImportStatus? Status { get; set; }

    public static ImportJob CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "completed_at", n => { CompletedAt = n.GetDateTimeOffsetValue(); } },
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "failed", n => { Failed = n.GetCollectionOfObjectValues<ImportFailure>(ImportFailure.CreateFromDiscriminatorValue)?.AsList(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "nameserver_groups", n => { NameserverGroups = n.GetCollectionOfObjectValues<NameserverGroup>(NameserverGroup.CreateFromDiscriminatorValue)?.AsList(); } },
        { "status", n => { Status = n.GetEnumValue<ImportStatus>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteDateTimeOffsetValue("completed_at", CompletedAt);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteCollectionOfObjectValues<ImportFailure>("failed", Failed);
        writer.WriteStringValue("id", Id);
        writer.WriteCollectionOfObjectValues<NameserverGroup>("nameserver_groups", NameserverGroups);
        writer.WriteEnumValue<ImportStatus>("status", Status);
        writer.WriteAdditionalData(AdditionalData);
    }
}
