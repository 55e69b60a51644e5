using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Peeker.Generator.Vectors;

/// <summary>A file of vectors, as it is written: one line for each part of a vector, and ASCII, so that every editor and every language reads the same.</summary>
internal sealed class VectorFile(string kind, string about)
{
    private readonly List<string> _tables = [];
    private readonly List<string> _vectors = [];
    private readonly HashSet<string> _names = [];

    public string FileName => $"{kind}.json";

    public int Count => _vectors.Count;

    /// <summary>Facts of the specification that the vectors go by, one line for each member.</summary>
    public void Table(string name, JsonObject rows) =>
        _tables.Add($"  {Line(JsonValue.Create(name))}: {{\n{string.Join(",\n", rows.Select(row => $"    {Line(JsonValue.Create(row.Key))}: {Line(row.Value)}"))}\n  }},\n");

    /// <exception cref="InvalidOperationException">The name was given before.</exception>
    public void Add(string name, string rule, JsonObject input, JsonObject expect)
    {
        if (!_names.Add(name)) throw new InvalidOperationException($"{kind} has two vectors named '{name}'.");
        _vectors.Add($"    {{\n      \"name\": {Line(JsonValue.Create(name))},\n      \"rule\": {Line(JsonValue.Create(rule))},\n      \"input\": {Line(input)},\n      \"expect\": {Line(expect)}\n    }}");
    }

    public override string ToString() =>
        $"{{\n  \"$schema\": \"schema.json\",\n  \"version\": 1,\n  \"kind\": \"{kind}\",\n  \"about\": {Line(JsonValue.Create(about))},\n{string.Concat(_tables)}  \"vectors\": [\n{string.Join(",\n", _vectors)}\n  ]\n}}\n";

    /// <summary>Without spaces, and escaped no more than JSON asks: the form in which bodies are sent.</summary>
    public static string Compact(JsonNode? node) => node?.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) ?? "null";

    /// <summary>With line breaks and spaces, as the documentation shows it.</summary>
    public static string Indented(JsonNode? node) => node?.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" }) ?? "null";

    private static string Line(JsonNode? node)
    {
        var text = new StringBuilder();
        foreach (var character in Compact(node))
        {
            if (character < 0x7F) text.Append(character);
            else text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.ToString();
    }
}
