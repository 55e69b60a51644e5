using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class Bundle : IAdditionalDataHolder, IParsable
{
    public Bundle() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public EffectiveSplit? Effective { get; set; }

    public int? GoogleInboxesPerDomain { get; set; }

    public int? GooglePercent { get; set; }

    public string? Id { get; set; }

    public int? MicrosoftPercent { get; set; }

    public long? MonthlySendingVolume { get; set; }

    public string? Name { get; set; }

    public RequiredDomains? RequiredDomains { get; set; }

    public bool? SendOnWeekends { get; set; }

    public BundleStatus? Status { get; set; }

    public static Bundle CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "created_at", n => { CreatedAt = n.GetDateTimeOffsetValue(); } },
        { "effective", n => { Effective = n.GetObjectValue<EffectiveSplit>(EffectiveSplit.CreateFromDiscriminatorValue); } },
        { "google_inboxes_per_domain", n => { GoogleInboxesPerDomain = n.GetIntValue(); } },
        { "google_percent", n => { GooglePercent = n.GetIntValue(); } },
        { "id", n => { Id = n.GetStringValue(); } },
        { "microsoft_percent", n => { MicrosoftPercent = n.GetIntValue(); } },
        { "monthly_sending_volume", n => { MonthlySendingVolume = n.GetLongValue(); } },
        { "name", n => { Name = n.GetStringValue(); } },
        { "required_domains", n => { RequiredDomains = n.GetObjectValue<RequiredDomains>(RequiredDomains.CreateFromDiscriminatorValue); } },
        { "send_on_weekends", n => { SendOnWeekends = n.GetBoolValue(); } },
        { "status", n => { Status = n.GetEnumValue<BundleStatus>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteObjectValue<EffectiveSplit>("effective", Effective);
        writer.WriteIntValue("google_inboxes_per_domain", GoogleInboxesPerDomain);
        writer.WriteIntValue("google_percent", GooglePercent);
        writer.WriteStringValue("id", Id);
        writer.WriteIntValue("microsoft_percent", MicrosoftPercent);
        writer.WriteLongValue("monthly_sending_volume", MonthlySendingVolume);
        writer.WriteStringValue("name", Name);
        writer.WriteObjectValue<RequiredDomains>("required_domains", RequiredDomains);
        writer.WriteBoolValue("send_on_weekends", SendOnWeekends);
        writer.WriteEnumValue<BundleStatus>("status", Status);
        writer.WriteAdditionalData(AdditionalData);
    }
}
