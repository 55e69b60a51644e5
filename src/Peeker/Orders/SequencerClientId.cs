using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>
/// Which Smartlead client receives the inboxes: a number, or <see cref="Default"/> (<c>""</c>) for the partner's own default route,
/// which null means as well.
/// </summary>
[JsonConverter(typeof(WireConverter<SequencerClientId>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<SequencerClientId>))]
public readonly record struct SequencerClientId : IWire<SequencerClientId>
{
    // A text other than "" is not documented; one that arrives is kept.
    private readonly string? _text;

    /// <summary>The client with this number.</summary>
    public SequencerClientId(long number) => Number = number;

    private SequencerClientId(string text) => _text = text.Length == 0 ? null : text;

    /// <summary>The partner's default route, written as <c>""</c>.</summary>
    public static SequencerClientId Default => default;

    /// <summary>The client's number; null for the default route.</summary>
    public long? Number { get; }

    /// <summary>The client with this number.</summary>
    public static implicit operator SequencerClientId(long number) => new(number);

    /// <summary>The number, or an empty text.</summary>
    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? _text ?? "";

    internal static SequencerClientId ReadJson(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
        ? new(Wire.ReadInt64(ref reader))
        : new(Wire.ReadString(ref reader));

    internal void WriteJson(Utf8JsonWriter writer)
    {
        if (Number is { } number) writer.WriteNumberValue(number);
        else writer.WriteStringValue(_text ?? "");
    }

    static SequencerClientId IWire<SequencerClientId>.Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    void IWire<SequencerClientId>.Write(Utf8JsonWriter writer) => WriteJson(writer);
}
