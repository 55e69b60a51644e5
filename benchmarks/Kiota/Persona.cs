using Microsoft.Kiota.Abstractions.Serialization;

namespace Peeker.Benchmarks.Kiota;

internal class Persona : IAdditionalDataHolder, IParsable
{
    public Persona() => AdditionalData = new Dictionary<string, object>();

    public IDictionary<string, object> AdditionalData { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? ProfilePictureUrl { get; set; }

    public static Persona CreateFromDiscriminatorValue(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);
        return new();
    }

    public virtual IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        { "first_name", n => { FirstName = n.GetStringValue(); } },
        { "last_name", n => { LastName = n.GetStringValue(); } },
        { "profile_picture_url", n => { ProfilePictureUrl = n.GetStringValue(); } },
    };

    public virtual void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue("first_name", FirstName);
        writer.WriteStringValue("last_name", LastName);
        writer.WriteStringValue("profile_picture_url", ProfilePictureUrl);
        writer.WriteAdditionalData(AdditionalData);
    }
}
