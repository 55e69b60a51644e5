using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class BundleCreate : IAdditionalDataHolder, IParsable
{
    public BundleCreate() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public int? GoogleInboxesPerDomain { get; set; }

    public int? GooglePercent { get; set; }

    public int? MicrosoftPercent { get; set; }

    public long? MonthlySendingVolume { get; set; }

    public string? Name { get; set; }

    public bool? SendOnWeekends { get; set; }

    public static BundleCreate CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "google_inboxes_per_domain", n => { GoogleInboxesPerDomain = n.GetIntValue(); } },
        { "google_percent", n => { GooglePercent = n.GetIntValue(); } },
        { "microsoft_percent", n => { MicrosoftPercent = n.GetIntValue(); } },
        { "monthly_sending_volume", n => { MonthlySendingVolume = n.GetLongValue(); } },
        { "name", n => { Name = n.GetStringValue(); } },
        { "send_on_weekends", n => { SendOnWeekends = n.GetBoolValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteIntValue("google_inboxes_per_domain", GoogleInboxesPerDomain);
        writer.WriteIntValue("google_percent", GooglePercent);
        writer.WriteIntValue("microsoft_percent", MicrosoftPercent);
        writer.WriteLongValue("monthly_sending_volume", MonthlySendingVolume);
        writer.WriteStringValue("name", Name);
        writer.WriteBoolValue("send_on_weekends", SendOnWeekends);
        writer.WriteAdditionalData(AdditionalData);
    }
}
