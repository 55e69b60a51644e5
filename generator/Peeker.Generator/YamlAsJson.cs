using System.Text.Encodings.Web;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Peeker.Generator;

/// <summary>Writes a YAML document as JSON: members in their order, plain scalars typed by the core schema of YAML 1.2.</summary>
internal static class YamlAsJson
{
    /// <exception cref="YamlException">The text is not one YAML document.</exception>
    public static byte[] Convert(string yaml)
    {
        var root = Load(yaml);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(root, json);
        return memory.ToArray();
    }

    /// <exception cref="YamlException">The text is not one YAML document.</exception>
    public static YamlNode Load(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : throw new YamlException("The specification must be one YAML document.");
    }

    private static void Write(YamlNode node, Utf8JsonWriter json)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (name, value) in mapping.Children)
                {
                    if (name is not YamlScalarNode { Value: { } text }) throw new YamlException(name.Start, name.End, "A member's name must be a scalar.");
                    json.WritePropertyName(text);
                    Write(value, json);
                }

                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Children) Write(item, json);
                json.WriteEndArray();
                break;
            case YamlScalarNode { Style: ScalarStyle.Plain } plain:
                WritePlain(plain.Value!, json);
                break;
            default:
                json.WriteStringValue(((YamlScalarNode)node).Value);
                break;
        }
    }

    private static void WritePlain(string text, Utf8JsonWriter json)
    {
        switch (PlainScalar.Read(text))
        {
            case null: json.WriteNullValue(); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case long integer: json.WriteNumberValue(integer); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: json.WriteStringValue(text); break;
        }
    }
}
