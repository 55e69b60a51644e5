using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Parameters and body of an operation: the arguments of its method, or the members of its query.</summary>
internal static class ParameterDiff
{
    public static void Judge(Changes changes, string where, OperationNode old, OperationNode now)
    {
        var (before, after) = (Keyed(old), Keyed(now));
        // Filters of a list are members of a class; other parameters are arguments, whose number and order callers write down.
        var filters = now.Text("x-result-kind") == "page";
        foreach (var (key, parameter) in after)
        {
            var required = (bool?)parameter["required"] == true;
            if (before.GetValueOrDefault(key) is not { } earlier)
            {
                changes.Added(where, $"the {key.Place} parameter `{key.Name}`", parameter, required || !filters || key.Place != "query" ? ChangeClass.Breaking : ChangeClass.Additive);
                continue;
            }

            var what = $"{where}({key.Name})";
            MemberDiff.Judge(changes, what, earlier["schema"] ?? new JObject(), parameter["schema"] ?? parameter, (bool?)earlier["required"] == true, required, Position.Request);
            Residue.Judge(changes, what, earlier, parameter, "required", "schema");
        }

        foreach (var (key, parameter) in before)
            if (!after.ContainsKey(key)) changes.Removed(where, $"the {key.Place} parameter `{key.Name}` is gone", parameter);
        if (Arguments(before, filters).Intersect(Arguments(after, filters)).SequenceEqual(Arguments(after, filters).Intersect(Arguments(before, filters))) == false)
            changes.Changed(ChangeClass.Breaking, where, "its arguments have another order", now.Node);
        Body(changes, where, old, now);
    }

    private static void Body(Changes changes, string where, OperationNode old, OperationNode now)
    {
        var (before, after) = (old.Body, now.Body);
        if (before is null && after is not null) changes.Added(where, $"an argument for the body, `{Type(after)}`", after, ChangeClass.Breaking);
        if (before is not null && after is null) changes.Removed(where, $"the argument for the body, `{Type(before)}`, is gone", before);
        if (before is null || after is null) return;
        if (Type(before) != Type(after)) changes.Changed(ChangeClass.Breaking, where, $"its body is `{Type(after)}`; it was `{Type(before)}`", after);
        var (wasRequired, isRequired) = ((bool?)before["required"] == true, (bool?)after["required"] == true);
        if (wasRequired != isRequired) changes.Changed(isRequired ? ChangeClass.Breaking : ChangeClass.Additive, where, isRequired ? "its body must be given" : "its body may be left out", after);
        Residue.Judge(changes, where, OperationNode.Json(before)?["schema"], OperationNode.Json(after)?["schema"] ?? after, "$ref", "allOf");
        Residue.Judge(changes, where, before, after, "required", "content");
        Residue.Judge(changes, where, OperationNode.Json(before), OperationNode.Json(after) ?? after, "schema");
        if (!Media(before).SequenceEqual(Media(after))) changes.Changed(ChangeClass.Breaking, where, "its body has another media type", after);
    }

    private static IEnumerable<string> Arguments(Dictionary<(string Place, string Name), JObject> parameters, bool filters) => parameters.Keys.Where(key => !filters || key.Place == "path").Select(key => key.Name);

    private static IEnumerable<string> Media(JObject body) => (body["content"] as JObject ?? []).Properties().Select(p => p.Name).Order();

    private static string Type(JObject body) => CSharpType.Of(OperationNode.Json(body)?["schema"]);

    private static Dictionary<(string Place, string Name), JObject> Keyed(OperationNode operation) =>
        operation.Parameters.Where(p => p["in"] is JValue { Value: string } && p["name"] is JValue { Value: string }).DistinctBy(p => ((string)p["in"]!, (string)p["name"]!)).ToDictionary(p => ((string)p["in"]!, (string)p["name"]!));
}
