using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Peeker.Http;
using Peeker.Json;

namespace Peeker;

/// <summary>One page of a list, newest first (docs.peeker.ai/best-practices).</summary>
/// <typeparam name="T">The type of a row.</typeparam>
[JsonConverter(typeof(PageConverterFactory))]
[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftPageConverter))]
public sealed class Page<T> : IWire<Page<T>>
    where T : IWire<T>
{
    internal static readonly WireConverter<Page<T>> SystemTextJsonConverter = new();
    internal static readonly NewtonsoftWireConverter<Page<T>> NewtonsoftConverter = new();

    private static readonly MemberNames Members = new("data", "links", "meta");

    /// <summary>The rows of this page.</summary>
    public required IReadOnlyList<T> Data { get; init; }

    /// <summary>Where the list begins, and where it goes on.</summary>
    public required PageLinks Links { get; init; }

    /// <summary>The size of the page. There is no total.</summary>
    public required PageMeta Meta { get; init; }

    /// <summary>Members that the specification does not know, as received.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalMembers { get; init; }

    /// <summary>The opaque token of the next page, out of <c>links.next</c>; null on the last page.</summary>
    public string? NextPageToken => Links.Next is { } next ? Paging.TokenOf(next) : null;

    [DynamicDependency(PageConverterFactory.Page.SystemTextJson)]
    [DynamicDependency(PageConverterFactory.Page.Newtonsoft)]
    internal static Page<T> ReadJson(ref Utf8JsonReader reader)
    {
        Wire.RequireObject(ref reader);
        var next = 0;
        IReadOnlyList<T>? data = null;
        PageLinks? links = null;
        PageMeta? meta = null;
        Dictionary<string, JsonElement>? additional = null;
        while (Wire.NextMember(ref reader))
        {
            switch (Members.Match(ref reader, ref next))
            {
                case 0: data = Wire.ReadList<T>(ref reader); break;
                case 1: links = PageLinks.ReadJson(ref reader); break;
                case 2: meta = PageMeta.ReadJson(ref reader); break;
                default: Wire.KeepMember(ref reader, ref additional); break;
            }
        }

        // Without its token the rest of the list could not be asked for, and would be lost without a word.
        if (links?.Next is { } more && Paging.TokenOf(more) is null) throw new WireException("links.next", "has no page_token");
        return new()
        {
            Data = data ?? throw Members.Missing(1 << 0),
            Links = links ?? throw Members.Missing(1 << 1),
            Meta = meta ?? throw Members.Missing(1 << 2),
            AdditionalMembers = additional,
        };
    }

    static Page<T> IWire<Page<T>>.Read(ref Utf8JsonReader reader) => ReadJson(ref reader);

    void IWire<Page<T>>.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Wire.Write(writer, Members[0], Data);
        Wire.Write(writer, Members[1], Links);
        Wire.Write(writer, Members[2], Meta);
        Wire.WriteAdditional(writer, AdditionalMembers);
        writer.WriteEndObject();
    }
}
