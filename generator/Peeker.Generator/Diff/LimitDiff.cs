using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Diff;

/// <summary>Limits and defaults of a member or a parameter.</summary>
internal static class LimitDiff
{
    public static readonly string[] Keywords = ["minimum", "minLength", "minItems", "maximum", "maxLength", "maxItems", "pattern", "default"];

    public static void Judge(Changes changes, string where, JToken? old, JToken? now, Position position, JToken node)
    {
        foreach (var keyword in Keywords)
        {
            var (before, after) = (old?[keyword], now?[keyword]);
            if (JToken.DeepEquals(before, after)) continue;
            changes.Changed(Class(keyword, before, after, position), where, Sentence(keyword, before, after), node);
        }
    }

    private static ChangeClass Class(string keyword, JToken? before, JToken? after, Position position)
    {
        // The constant of the most items goes away, or comes.
        if (keyword == "maxItems" && after is null) return ChangeClass.Breaking;
        if (!position.HasFlag(Position.Request)) return keyword == "maxItems" ? ChangeClass.Additive : ChangeClass.Wording;
        if (keyword == "default") return before is null ? ChangeClass.Additive : ChangeClass.Breaking;
        if (after is null) return ChangeClass.Additive;
        if (before is null || keyword == "pattern") return ChangeClass.Breaking;
        // What is no number cannot be compared; lint reports it.
        if (before.Type is not (JTokenType.Integer or JTokenType.Float) || after.Type is not (JTokenType.Integer or JTokenType.Float)) return ChangeClass.Breaking;
        var tighter = keyword.StartsWith("min", StringComparison.Ordinal) ? (decimal)after > (decimal)before : (decimal)after < (decimal)before;
        return tighter ? ChangeClass.Breaking : ChangeClass.Additive;
    }

    private static string Sentence(string keyword, JToken? before, JToken? after)
    {
        var name = keyword switch
        {
            "minimum" => "least value",
            "maximum" => "greatest value",
            "minLength" => "least length",
            "maxLength" => "greatest length",
            "minItems" => "least number of items",
            "maxItems" => "greatest number of items",
            _ => keyword,
        };
        return before is null ? $"its {name} is `{after}`; there was none" : after is null ? $"it has no {name} any more; it was `{before}`" : $"its {name} is `{after}`; it was `{before}`";
    }
}
