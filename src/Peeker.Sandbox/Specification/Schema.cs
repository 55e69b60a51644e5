using System.Globalization;
using System.Text.Json;

namespace Peeker.Sandbox.Specification;

/// <summary>A schema of the specification, compiled once. Finds the first violation in the order of the specification.</summary>
internal sealed class Schema
{
    private readonly string? _type;
    private readonly bool _nullable;
    private readonly HashSet<string>? _values;
    private readonly Pattern? _pattern;
    private readonly string? _format;
    private readonly long? _minimum;
    private readonly long? _maximum;
    private readonly int _atLeast;
    private readonly int _atMost;
    private readonly bool _isFree;
    private readonly List<(string Name, Schema Schema, bool Required)> _members = [];
    private readonly Schema? _item;
    private readonly List<Schema> _all = [];
    private readonly List<Schema> _any = [];

    private Schema(JsonElement node)
    {
        _type = Text(node, "type");
        _nullable = node.TryGetProperty("nullable", out var nullable) && nullable.GetBoolean();
        _format = Text(node, "format");
        if (node.TryGetProperty("enum", out var values)) _values = [.. values.EnumerateArray().Select(value => value.GetString()!)];
        if (Text(node, "pattern") is { } pattern) _pattern = new Pattern(pattern);
        _minimum = Number(node, "minimum");
        _maximum = Number(node, "maximum");
        _atLeast = (int)(Number(node, "minItems") ?? Number(node, "minLength") ?? 0);
        _atMost = (int)(Number(node, "maxItems") ?? Number(node, "maxLength") ?? int.MaxValue);
        _isFree = _values is null && _pattern is null && _format is null && _atLeast == 0 && _atMost == int.MaxValue;
        if (node.TryGetProperty("properties", out var members))
        {
            var required = node.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];
            foreach (var member in members.EnumerateObject()) _members.Add((member.Name, Of(member.Value), required.Contains(member.Name)));
        }

        if (node.TryGetProperty("items", out var item)) _item = Of(item);
        if (node.TryGetProperty("allOf", out var all)) _all.AddRange(all.EnumerateArray().Select(Of));
        if (node.TryGetProperty("anyOf", out var any)) _any.AddRange(any.EnumerateArray().Select(Of));
    }

    public IEnumerable<string> MemberNames => _members.Select(member => member.Name);

    public bool IsArray => _type == "array";

    public static Schema Of(JsonElement node) => new(SpecificationDocument.Resolve(node));

    public static Schema Named(string name) => Of(SpecificationDocument.Root.GetProperty("components").GetProperty("schemas").GetProperty(name));

    /// <summary>The first violation; its field is empty when the value itself is at fault.</summary>
    public Violation? Check(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null && _type is not null)
            return _nullable ? null : new("", "must not be null");
        foreach (var part in _all)
        {
            if (part.Check(value) is { } violation) return violation;
        }

        if (_any.Count > 0) return CheckAny(value);
        return _type switch
        {
            "object" => CheckObject(value),
            "array" => CheckArray(value),
            "string" => CheckString(value),
            "integer" => CheckInteger(value),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : new("", "must be true or false"),
            _ => null,
        };
    }

    /// <summary>Checks the text of a query parameter.</summary>
    public Violation? CheckParameter(string text, string name)
    {
        if (_all.Count > 0) return _all[0].CheckParameter(text, name);
        return _type switch
        {
            "integer" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? CheckRange(number, name) : new(name, "must be an integer"),
            "array" => text.Length == 0 ? new(name, "must name at least one") : null,
            _ => CheckText(text, name),
        };
    }

    private Violation? CheckAny(JsonElement value)
    {
        Violation? closest = null;
        foreach (var branch in _any)
        {
            if (branch.Check(value) is not { } violation) return null;
            // The branch of the value's own kind says more than the others.
            if (closest is null || branch.Fits(value)) closest = violation;
        }

        return closest;
    }

    private bool Fits(JsonElement value) => (_type, value.ValueKind) is ("object", JsonValueKind.Object) or ("string", JsonValueKind.String)
        or ("integer", JsonValueKind.Number) or ("array", JsonValueKind.Array);

    private Violation? CheckObject(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object) return new("", "must be an object");
        foreach (var (name, schema, required) in _members)
        {
            if (!value.TryGetProperty(name, out var member))
            {
                if (required) return new(name, "is required");
            }
            else if (schema.Check(member) is { } violation)
            {
                return violation.Within(name);
            }
        }

        return null;
    }

    private Violation? CheckArray(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array) return new("", "must be an array");
        var count = value.GetArrayLength();
        if (count < _atLeast) return new("", $"must have at least {_atLeast} items");
        if (count > _atMost) return new("", $"must have at most {_atMost} items");
        if (_item is null) return null;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_item.Check(item) is { } violation) return violation.Within($"[{index}]");
            index++;
        }

        return null;
    }

    private Violation? CheckString(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return new("", "must be a string");
        // Many strings may be anything; their text need not be made to know that.
        return _isFree ? null : CheckText(value.GetString()!, "");
    }

    private Violation? CheckInteger(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out var number)) return new("", "must be an integer");
        if (_format == "int32" && number is < int.MinValue or > int.MaxValue) return new("", "must fit in 32 bits");
        return CheckRange(number, "");
    }

    private Violation? CheckRange(long number, string path)
    {
        if (number < _minimum) return new(path, $"must be at least {_minimum}");
        return number > _maximum ? new(path, $"must be at most {_maximum}") : null;
    }

    private Violation? CheckText(string text, string path)
    {
        if (_values is not null && !_values.Contains(text)) return new(path, $"must be one of {string.Join(", ", _values)}");
        if (text.Length < _atLeast) return new(path, $"must have at least {_atLeast} characters");
        if (text.Length > _atMost) return new(path, _atMost == 0 ? "must be empty" : $"must have at most {_atMost} characters");
        if (_pattern is not null && !_pattern.IsMatch(text)) return new(path, $"must match {_pattern}");
        return _format == "email" && !EmailAddress.IsValid(text) ? new(path, "must be an e-mail address") : null;
    }

    private static string? Text(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
