using Microsoft.Kiota.Abstractions.Extensions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class ForwardingJob : IAdditionalDataHolder, IParsable
{
    public ForwardingJob() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public List<string>? Completed { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    public int? CompletedCount { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public List<ForwardingFailure>? Failed { get; set; }

    public int? FailedCount { get; set; }

    public string? ForwardingUrl { get; set; }

    public string? Id { get; set; }

    public ForwardingStatus? Status { get; set; }

    public static ForwardingJob CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "completed", n => { Completed = n.GetCollectionOfPrimitiveValues<string>()?.AsList(); } },
        { "completed_at", n => { CompletedAt = n.GetDateTimeOffsetValue(); } },
        { "completed_count", n => { CompletedCount = n.GetIntValue(); } },
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "failed", n => { Failed = n.GetCollectionOfObjectValues<ForwardingFailure>(ForwardingFailure.CreateFromDiscriminatorValue)?.AsList(); } },
        { "failed_count", n => { FailedCount = n.GetIntValue(); } },
        { "forwarding_url", n => { ForwardingUrl = n.GetStringValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "status", n => { Status = n.GetEnumValue<ForwardingStatus>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteCollectionOfPrimitiveValues<string>("completed", Completed);
        writer.WriteDateTimeOffsetValue("completed_at", CompletedAt);
        writer.WriteIntValue("completed_count", CompletedCount);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteCollectionOfObjectValues<ForwardingFailure>("failed", Failed);
        writer.WriteIntValue("failed_count", FailedCount);
        writer.WriteStringValue("forwarding_url", ForwardingUrl);
        writer.WriteStringValue("id", Id);
        writer.WriteEnumValue<ForwardingStatus>("status", Status);
        writer.WriteAdditionalData(AdditionalData);
    }
}
