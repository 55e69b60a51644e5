using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>
/// A domain of an order: a bare name, which redirects to the order's <c>forwarding_url</c>, or a name with a redirect of its own.
/// </summary>
[JsonConverter(typeof(WireConverter<OrderDomain>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<OrderDomain>))]
public sealed class OrderDomain : IWire<OrderDomain>
{
    private readonly string? _bare;
    private readonly OrderDomainObject? _object;

    /// <summary>A name that takes the order's redirect. Written as a string.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="domain"/> is null.</exception>
    public OrderDomain(string domain) => _bare = domain ?? throw new ArgumentNullException(nameof(domain));

    /// <summary>A name with its own redirect. Written as an object.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="domain"/> is null.</exception>
    public OrderDomain(OrderDomainObject domain) => _object = domain ?? throw new ArgumentNullException(nameof(domain));

    /// <summary>A name with its own redirect, an http or https address. Written as an object.</summary>
    public OrderDomain(string domain, string forwardingUrl)
        : this(new OrderDomainObject { Domain = domain, ForwardingUrl = forwardingUrl })
    {
    }

    /// <summary>The root domain, for example <c>acme-mail.com</c>.</summary>
    public string Domain => _bare ?? _object!.Domain;

    /// <summary>Where this domain redirects to; null when the order's own address applies.</summary>
    public string? ForwardingUrl => _object?.ForwardingUrl;

    /// <summary>The object form as it is written; null for a bare name.</summary>
    public OrderDomainObject? AsObject => _object;

    /// <summary>Takes a bare name.</summary>
    public static implicit operator OrderDomain(string domain) => new(domain);

    /// <summary>The name.</summary>
    public override string ToString() => Domain;

    internal static OrderDomain ReadJson(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.StartObject
        ? new(OrderDomainObject.ReadJson(ref reader))
        : new(Wire.ReadString(ref reader));

    internal void WriteJson(Utf8JsonWriter writer)
    {
        if (_object is not null) _object.WriteJson(writer);
        else writer.WriteStringValue(_bare);
    }

    static OrderDomain IWire<OrderDomain>.Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    void IWire<OrderDomain>.Write(Utf8JsonWriter writer) => WriteJson(writer);

    static void IWire<OrderDomain>.WriteItems(Utf8JsonWriter writer, ReadOnlySpan<OrderDomain> values)
    {
        foreach (var value in values)
        {
            if (value is null) writer.WriteNullValue();
            else value.WriteJson(writer);
        }
    }
}
