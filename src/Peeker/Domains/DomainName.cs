using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Json;

namespace Peeker;

/// <summary>A root domain, such as <c>acme.com</c> or <c>acme.co.uk</c>, in the one spelling that every part of the API compares.</summary>
/// <remarks>
/// Text is put in lower case and in Unicode's form NFC, labels in other scripts become A-labels (<c>xn--…</c>), and a dot at the end is dropped. What cannot be a root
/// domain is refused with the remedy. The result does not depend on ICU or on the culture. In JSON it is the text of <see cref="Value"/>; reading checks it again. The guide is
/// docs/domain-names.md.
/// </remarks>
[JsonConverter(typeof(WireConverter<DomainName>))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftWireConverter<DomainName>))]
public readonly record struct DomainName : IWire<DomainName>
{
    private readonly string? _value;

    internal DomainName(string value) => _value = value;

    /// <summary>The name in lower case, other scripts as A-labels, without a dot at the end. Empty for <c>default</c>, which is no name.</summary>
    public string Value => _value ?? "";

    /// <summary>The name with every A-label in its own script, to be shown; <see cref="Parse"/> may refuse it, if it is ambiguous.</summary>
    public string Unicode => string.Join('.', Value.Split('.').Select(DomainLabel.UnicodeOf));

    /// <summary>Reads a root domain.</summary>
    /// <exception cref="PeekerDomainNameException">The text is no root domain; <see cref="PeekerDomainNameException.Problem"/> says why, and what to write instead.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public static DomainName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var name, out var problem) ? name : throw new PeekerDomainNameException(problem);
    }

    /// <summary>Reads a root domain; false if the text is none. Null counts as empty.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DomainName name) => TryParse(text, out name, out _);

    /// <summary>Reads a root domain; false, with the problem, if the text is none. Null counts as empty. Nothing is thrown.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DomainName name, [NotNullWhen(false)] out DomainNameProblem? problem)
    {
        problem = DomainNameReading.Read(text ?? "", out var value);
        name = problem is null ? new(value) : default;
        return problem is null;
    }

    /// <summary>The same as <see cref="Value"/>.</summary>
    public override string ToString() => Value;

    static DomainName IWire<DomainName>.Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String) throw new JsonException("The name of a domain must be a text.");
        if (reader.ValueTextEquals(""u8)) return default;
        return TryParse(Wire.ReadString(ref reader), out var name, out var problem) ? name : throw new JsonException(problem.ToString());
    }

    void IWire<DomainName>.Write(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
}
