using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>The answers of an operation.</summary>
internal static class AnswerDiff
{
    public static void Judge(Changes changes, string where, OperationNode old, OperationNode now)
    {
        var (before, after) = (old.Responses, now.Responses);
        var gone = before.Properties().Where(answer => after[answer.Name] is null).Select(answer => answer.Name).ToList();
        var come = after.Properties().Where(answer => before[answer.Name] is null).Select(answer => answer.Name).ToList();
        // Every 2xx is success and any other status an error to the client, so a status tells callers something and breaks nothing.
        foreach (var status in come) changes.Changed(ChangeClass.Additive, where, $"it may be answered with {status}", after[status]!);
        foreach (var status in gone) changes.Changed(ChangeClass.Wording, where, $"it is not answered with {status}", now.Node);
        foreach (var (status, answer) in after)
        {
            if (before[status] is not { } earlier) continue;
            if (now.Specification.Follow(answer) is not JObject current || old.Specification.Follow(earlier) is not JObject previous)
            {
                if (!JToken.DeepEquals(earlier, answer)) changes.Changed(ChangeClass.Breaking, where, $"the answer {status} refers to nothing", answer!);
                continue;
            }

            var (held, holds) = (Specification.SchemaName(OperationNode.Json(previous)?["schema"]), Specification.SchemaName(OperationNode.Json(current)?["schema"]));
            // A schema of success is an envelope; the result says what is inside.
            if (held != holds) changes.Changed(status.StartsWith('2') ? ChangeClass.Wording : ChangeClass.Breaking, where, $"the answer {status} is `{holds ?? "nothing"}`; it was `{held ?? "nothing"}`", answer!);
            Headers(changes, where, status, previous["headers"] as JObject ?? [], current["headers"] as JObject ?? [], answer!);
            Residue.Judge(changes, where, previous, current, "content", "headers");
            Residue.Judge(changes, where, OperationNode.Json(previous), OperationNode.Json(current) ?? current, "schema");
        }
    }

    // One more is there to be read; nothing that was read before is another.
    private static void Headers(Changes changes, string where, string status, JObject old, JObject now, JToken answer)
    {
        foreach (var (name, header) in now)
            if (old[name] is { } earlier) Residue.Judge(changes, where, earlier, header!);
            else changes.Changed(ChangeClass.Additive, where, $"its answer {status} has the header `{name}`", header!);
        foreach (var gone in old.Properties().Where(header => now[header.Name] is null)) changes.Changed(ChangeClass.Breaking, where, $"its answer {status} has no header `{gone.Name}` any more", answer);
    }
}
