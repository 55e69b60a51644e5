using Newtonsoft.Json.Linq;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Peeker.Generator.Specifications;

/// <summary>Reads a YAML document as tokens that know their lines.</summary>
internal static class YamlAsTokens
{
    private sealed record Line(long Number);

    /// <exception cref="YamlException">The text is not one YAML document, or its root is no mapping.</exception>
    public static JObject Read(string yaml) => YamlAsJson.Load(yaml) is YamlMappingNode root
        ? (JObject)Token(root, root.Start.Line)
        : throw new YamlException("The specification must be a mapping.");

    /// <summary>The line that the name of a member, or an item, stands on, from 1.</summary>
    public static int LineOf(JToken token) => (int)(token.AncestorsAndSelf().Select(t => t.Annotation<Line>()).FirstOrDefault(line => line is not null)?.Number ?? 1);

    private static JToken Token(YamlNode node, long line)
    {
        JToken token = node switch
        {
            YamlMappingNode mapping => new JObject(mapping.Children.Select(pair => new JProperty(Name(pair.Key), Token(pair.Value, pair.Key.Start.Line)))),
            YamlSequenceNode sequence => new JArray(sequence.Children.Select(item => Token(item, item.Start.Line))),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => new JValue(PlainScalar.Read(plain.Value!)),
            _ => new JValue(((YamlScalarNode)node).Value),
        };
        token.AddAnnotation(new Line(line));
        return token;
    }

    private static string Name(YamlNode name) => name is YamlScalarNode { Value: { } text } ? text : throw new YamlException(name.Start, name.End, "A member's name must be a scalar.");
}
