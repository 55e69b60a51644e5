using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class OrderSequencer : IAdditionalDataHolder, IParsable
{
    public OrderSequencer() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public long? ClientId { get; set; }

    public string? LoginEmail { get; set; }

    public string? LoginPassword { get; set; }

    public SequencerProvider? Provider { get; set; }

    public static OrderSequencer CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "client_id", n => { ClientId = n.GetLongValue(); } },
        { "login_email", n => { LoginEmail = n.GetStringValue(); } },
        { "login_password", n => { LoginPassword = n.GetStringValue(); } },
        { "provider", n => { Provider = n.GetEnumValue<SequencerProvider>(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteLongValue("client_id", ClientId);
        writer.WriteStringValue("login_email", LoginEmail);
        writer.WriteStringValue("login_password", LoginPassword);
        writer.WriteEnumValue<SequencerProvider>("provider", Provider);
        writer.WriteAdditionalData(AdditionalData);
    }
}
