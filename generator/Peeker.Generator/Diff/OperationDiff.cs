using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Operations: methods of the client.</summary>
internal static class OperationDiff
{
    private static readonly string[] Judged =
        ["operationId", "tags", "parameters", "requestBody", "responses", "x-result", "x-result-kind", "x-query", "x-replay", "x-replay-pause-seconds", "x-preset", "x-poll-seconds", "x-ends", "deprecated"];

    private static readonly string[] Presets = ["read", "limited", "full"];
    private static readonly string[] Replays = ["unsafe", "same-body", "safe"];

    public static void Judge(Changes changes, Specification old, Specification now)
    {
        var before = old.Operations().ToList();
        var kept = new HashSet<OperationNode>();
        foreach (var operation in now.Operations())
        {
            // By its id; if that is new, by its address.
            var earlier = before.Find(o => o.Id == operation.Id) ?? before.Find(o => o.ToString() == operation.ToString() && !now.Operations().Any(other => other.Id == o.Id));
            if (earlier is null) changes.Added(Name(operation), $"`{operation}`", operation.Node);
            else if (kept.Add(earlier)) Both(changes, earlier, operation);
        }

        foreach (var gone in before.Where(operation => !kept.Contains(operation))) changes.Removed(Name(gone), $"`{gone}` is gone", gone.Node);
    }

    private static void Both(Changes changes, OperationNode old, OperationNode now)
    {
        var where = Name(now);
        if (Name(old) != where) changes.Changed(ChangeClass.Breaking, where, $"it was called `{Name(old)}`", now.Node);
        if (!JToken.DeepEquals(old.Node["tags"], now.Node["tags"])) changes.Changed(ChangeClass.Breaking, where, "it is reached through another client", now.Node);
        if (old.ToString() != now.ToString()) changes.Changed(ChangeClass.Additive, where, $"it calls `{now}`; it called `{old}`", now.Node);
        foreach (var member in (string[])["x-result", "x-result-kind", "x-query"])
            if (old.Text(member) != now.Text(member)) changes.Changed(ChangeClass.Breaking, where, $"its {(member == "x-query" ? "query" : "result")} is `{now.Text(member) ?? "none"}`; it was `{old.Text(member) ?? "none"}`", now.Node);
        Ordered(changes, where, old, now, "x-preset", Presets, strictUp: true, "the least preset of a key for it");
        Ordered(changes, where, old, now, "x-replay", Replays, strictUp: false, "whether it is sent again by itself");
        foreach (var member in (string[])["x-replay-pause-seconds", "x-poll-seconds"])
            if (!JToken.DeepEquals(old.Node[member], now.Node[member])) changes.Changed(ChangeClass.Additive, where, $"{(member == "x-poll-seconds" ? "the pause between two looks" : "the pause before it is sent again")} is {now.Node[member]?.ToString() ?? "no"} seconds; it was {old.Node[member]?.ToString() ?? "no"}", now.Node);
        var (was, @is) = ((bool?)old.Node["deprecated"] == true, (bool?)now.Node["deprecated"] == true);
        if (was != @is) changes.Changed(ChangeClass.Additive, where, @is ? "it is deprecated" : "it is not deprecated any more", now.Node);
        else if (!JToken.DeepEquals(old.Node["deprecated"], now.Node["deprecated"])) changes.Changed(ChangeClass.Wording, where, "another remark on deprecation", now.Node);
        Ends(changes, where, old.Node["x-ends"] as JObject ?? [], now.Node["x-ends"] as JObject ?? [], now);
        ParameterDiff.Judge(changes, where, old, now);
        AnswerDiff.Judge(changes, where, old, now);
        Residue.Judge(changes, where, old.Node, now.Node, Judged);
    }

    private static void Ordered(Changes changes, string where, OperationNode old, OperationNode now, string member, string[] order, bool strictUp, string what)
    {
        var (before, after) = (old.Text(member), now.Text(member));
        if (before == after) return;
        var higher = Array.IndexOf(order, after) > Array.IndexOf(order, before);
        changes.Changed(higher == strictUp ? ChangeClass.Breaking : ChangeClass.Additive, where, $"{what} is `{after}`; it was `{before}`", now.Node);
    }

    private static void Ends(Changes changes, string where, JObject old, JObject now, OperationNode node)
    {
        foreach (var end in now.Properties().Where(end => !JToken.DeepEquals(old[end.Name], end.Value)))
            changes.Changed(old[end.Name] is null ? ChangeClass.Additive : ChangeClass.Breaking, where, $"a wait ends at `{end.Name}` with `{end.Value}`", node.Node);
        foreach (var end in old.Properties().Where(end => now[end.Name] is null)) changes.Changed(ChangeClass.Breaking, where, $"a wait does not end at `{end.Name}` any more", node.Node);
    }

    private static string Name(OperationNode operation) => operation.Id?.Split('_') is [var tag, var method] ? $"{tag}.{method}Async" : operation.Id ?? operation.ToString();
}
