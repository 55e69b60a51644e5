using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Lint;

/// <summary>Types that the templates cannot read or write, and values of enums.</summary>
internal static class TypeRules
{
    private static readonly string?[] TextFormats = [null, "date-time", "email"];

    public static IEnumerable<LintFinding> Check(Specification specification) => SchemaWalk.Of(specification).SelectMany(found => Of(found.Schema, found.Role)).Concat(Updates(specification));

    private static IEnumerable<LintFinding> Of(JObject schema, SchemaRole role)
    {
        if (schema["format"] is JValue { Value: "uri" } uri) yield return LintFinding.At(uri, LintRule.FormatUri, "an address with format: uri");
        else if (Problem(schema, role) is { } problem) yield return LintFinding.At(schema, LintRule.Type, problem);
        if (schema["enum"] is { } values && WrongValue(schema, values) is { } wrong) yield return LintFinding.At(values, LintRule.Enum, wrong);
    }

    private static string? Problem(JObject schema, SchemaRole role)
    {
        if (Specification.Reference(schema) is not null || schema["allOf"] is not null || schema["anyOf"] is not null || schema["oneOf"] is not null) return null;
        var format = (string?)schema["format"];
        return (schema["type"] as JValue)?.Value switch
        {
            null when schema["type"] is null && schema["const"] is null => "no type",
            "string" when !TextFormats.Contains(format) => $"a string of the format {format}",
            "integer" when format is not ("int32" or "int64") => "a whole number without int32 or int64",
            "number" => "a number that is not whole",
            "object" when schema["properties"] is not JObject { Count: > 0 } => "an object without members",
            "array" when role is SchemaRole.Item => "a list of lists",
            "array" when role is SchemaRole.Named => "a list with a name of its own",
            "array" when role is not SchemaRole.Value && !IsCarried(schema["items"]) => "a list of something else than strings or named objects",
            _ => null,
        };
    }

    // A reference that leads nowhere, an inline object and a list of lists are findings of their own.
    private static bool IsCarried(JToken? rows) =>
        Specification.Reference(rows) is not null || rows?["properties"] is not null || (rows?["type"] as JValue)?.Value switch { "string" => rows["format"] is null, "array" => true, _ => false };

    private static string? WrongValue(JObject schema, JToken values)
    {
        if (schema["type"] is not JValue { Value: "string" }) return "an enum of something else than texts";
        if (values is not JArray { Count: > 0 } list || list.Any(value => value is not JValue { Value: string })) return "an enum with a value that is no text";
        var names = list.Select(value => CSharpName.Of((string)value!)).ToList();
        if (names.FirstOrDefault(name => !CSharpName.IsIdentifier(name)) is { } bad) return $"a value that makes no name of C#: {bad}";
        return names.Distinct().Count() < names.Count ? "two values that make one name of C#" : null;
    }

    private static IEnumerable<LintFinding> Updates(Specification specification) =>
        from operation in specification.Operations()
        where operation.Method == "PATCH"
        from member in ((specification.Follow(OperationNode.Json(operation.Body)?["schema"]) as JObject)?["properties"] as JObject ?? []).Properties()
        where member.Value["default"] is not null
        select LintFinding.At(member.Value["default"]!, LintRule.UpdateDefault, $"a default of {member.Name} in the body of {operation}");
}
