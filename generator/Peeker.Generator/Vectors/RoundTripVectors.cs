using System.Text.Json.Nodes;

namespace Peeker.Generator.Vectors;

/// <summary>Every documented example, and again with members that nobody knows yet; and what no model takes.</summary>
internal static class RoundTripVectors
{
    // Nothing that a reader may touch: a date with an odd offset, trailing zeros, more digits than a double has.
    private const string Unknown = """{"at":"2026-05-08T12:00:00.0000000+02:00","rate":1.10,"exact":0.1234567890123456789,"whole":9007199254740993,"list":[null,true,{"n":-0.5}]}""";

    public static VectorFile Write(Specification specification)
    {
        var models = new Models(specification);
        var file = new VectorFile(
            "model-round-trip",
            "What a model makes of a body. input.text is read as input.model of the table and written again; expect.text is what is written, expect.unknown the members that the model does not know; or expect.at_fault is the member for which the body is refused. "
            + "Written from openapi/peeker.yaml by the generator; the file is ASCII.");
        file.Table("models", models.Table());
        foreach (var (place, model, json) in specification.Examples())
        {
            Add(place, "A documented example is written as it is, without spaces.", model, VectorFile.Indented(json), json);
            var grown = models.Grown(model, json, () => JsonNode.Parse(Unknown))!;
            Add($"{place}, grown", "Members that are not known are kept, number by number, behind those that are.", model, VectorFile.Compact(grown), grown);
        }

        var spoilt = new SpoiltModels(specification, file);
        foreach (var model in specification.Schemas.Where(schema => schema.Value!["enum"] is null && schema.Value["anyOf"] is null && !specification.IsEnvelope(schema.Key) && !schema.Key.EndsWith("Page", StringComparison.Ordinal) && schema.Value["x-abstract"] is null))
            spoilt.Add(model.Key);
        return file;

        void Add(string name, string rule, string model, string text, JsonNode json)
        {
            var unknown = new List<string>();
            var written = VectorFile.Compact(models.Ordered(model, json, "", unknown));
            file.Add(name, rule, new() { ["model"] = model, ["text"] = text }, new() { ["text"] = written, ["unknown"] = new JsonArray([.. unknown.Order(StringComparer.Ordinal).Select(path => JsonValue.Create(path))]) });
        }
    }
}
