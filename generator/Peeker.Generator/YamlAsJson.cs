using System.Globalization;
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
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        if (stream.Documents.Count != 1) throw new YamlException("The specification must be one YAML document.");
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(stream.Documents[0].RootNode, json);
        return memory.ToArray();
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
        if (text is "" or "~" or "null" or "Null" or "NULL") json.WriteNullValue();
        else if (text is "true" or "True" or "TRUE") json.WriteBooleanValue(true);
        else if (text is "false" or "False" or "FALSE") json.WriteBooleanValue(false);
        else if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) json.WriteNumberValue(integer);
        else if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) json.WriteNumberValue(number);
        else json.WriteStringValue(text);
    }
}
