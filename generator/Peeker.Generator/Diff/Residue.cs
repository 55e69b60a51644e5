using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>What differs in two nodes beyond what was judged by name: wording, or something that no rule knows.</summary>
internal static class Residue
{
    private static readonly HashSet<string> Texts =
        ["description", "summary", "x-assumption", "x-docs", "externalDocs", "example", "examples", "x-outcome", "registration", "meaning", "remedy", "value", "success", "ordering", "bearerFormat"];

    public static void Judge(Changes changes, string where, JToken? old, JToken now, params string[] judged)
    {
        var (before, after) = (Leaves(old), Leaves(now));
        var differing = before.Keys.Union(after.Keys).Where(path => before.GetValueOrDefault(path) != after.GetValueOrDefault(path)).Select(path => path.Split('\n'))
            .Where(path => !judged.Contains(path[0])).ToList();
        if (differing.FirstOrDefault(path => !path.Any(Texts.Contains)) is { } unknown)
            changes.Changed(ChangeClass.Breaking, where, $"another `{string.Join('/', unknown)}`, which no rule judges: look at it", now);
        else if (differing.Count > 0) changes.Changed(ChangeClass.Wording, where, "another wording or example", now);
    }

    // Names may have any sign but a line break.
    private static Dictionary<string, string> Leaves(JToken? node) => node is null
        ? []
        : (node as JContainer)?.DescendantsAndSelf().Where(token => token is JValue or JContainer { Count: 0 } and not JProperty)
            .ToDictionary(leaf => Path(node, leaf), leaf => $"{leaf.Type} {leaf}") ?? new() { ["node"] = $"{node.Type} {node}" };

    private static string Path(JToken root, JToken leaf) => string.Join('\n', leaf.AncestorsAndSelf().TakeWhile(token => token != root).Reverse()
        .Select(token => token.Parent switch { JProperty property => property.Name, JArray list => list.IndexOf(token).ToString(System.Globalization.CultureInfo.InvariantCulture), _ => "" }).Where(name => name.Length > 0));
}
