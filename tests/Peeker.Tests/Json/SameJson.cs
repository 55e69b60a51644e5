using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Peeker.Tests.Json;

/// <summary>Same members, same nulls, same instants, same numbers. Order and escaping are free.</summary>
public static class SameJson
{
    public static void Assert(JsonNode expected, string actual)
    {
        if (Difference(expected, JsonNode.Parse(actual), "$") is { } difference) Xunit.Assert.Fail(difference);
    }

    public static string? Difference(JsonNode? expected, JsonNode? actual, string path)
    {
        switch (expected)
        {
            case null:
                return actual is null ? null : $"{path}: null became {actual.ToJsonString()}";
            case JsonObject members when actual is JsonObject found:
                foreach (var (name, value) in members)
                {
                    if (!found.ContainsKey(name)) return $"{path}.{name} is lost";
                    if (Difference(value, found[name], $"{path}.{name}") is { } inside) return inside;
                }

                return found.FirstOrDefault(member => !members.ContainsKey(member.Key)).Key is { } added ? $"{path}.{added} was added" : null;
            case JsonArray items when actual is JsonArray found:
                return items.Count != found.Count
                    ? $"{path}: {items.Count} items became {found.Count}"
                    : items.Select((item, index) => Difference(item, found[index], $"{path}[{index}]")).FirstOrDefault(difference => difference is not null);
            case JsonValue value when actual is JsonValue found:
                return Same(value, found) ? null : $"{path}: {value.ToJsonString()} became {found.ToJsonString()}";
            default:
                return $"{path}: {expected.ToJsonString()} became {actual?.ToJsonString() ?? "null"}";
        }
    }

    private static bool Same(JsonValue expected, JsonValue actual)
    {
        if (expected.GetValueKind() != actual.GetValueKind()) return false;
        return expected.GetValueKind() switch
        {
            JsonValueKind.Number => decimal.Parse(expected.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture)
                == decimal.Parse(actual.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
            JsonValueKind.String => expected.GetValue<string>() == actual.GetValue<string>(),
            _ => true,
        };
    }
}
