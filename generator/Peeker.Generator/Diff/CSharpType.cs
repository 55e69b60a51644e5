using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>The type that the templates give to a schema, without nullability.</summary>
internal static class CSharpType
{
    public static string Of(JToken? schema)
    {
        if (Specification.SchemaName(schema) is { } name) return name;
        var format = (string?)schema?["format"];
        return (schema?["type"] as JValue)?.Value switch
        {
            "string" => format switch { null or "email" => "string", "date-time" => "DateTimeOffset", _ => $"string ({format})" },
            "integer" => format == "int64" ? "long" : "int",
            "number" => "number",
            "boolean" => "bool",
            "array" => $"IReadOnlyList<{Of(schema["items"])}>",
            "object" => "object",
            _ => "value",
        };
    }

    /// <summary>Whether the type has no null of its own.</summary>
    public static bool IsValue(JToken? schema) => Of(schema) is "int" or "long" or "bool" or "DateTimeOffset";

    /// <summary>Whether null may be given: documented, or a union that may be null.</summary>
    public static bool IsNullable(JToken? schema) => (bool?)schema?["nullable"] == true || (bool?)schema?["x-tri-state"] == true;
}
