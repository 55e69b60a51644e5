using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Diff;

/// <summary>One member of a class, before and after.</summary>
internal static class MemberDiff
{
    private static readonly string[] Judged = [.. LimitDiff.Keywords, "type", "format", "nullable", "x-tri-state", "items", "allOf", "$ref", "x-sensitive", "x-event-rank"];

    public static void Judge(Changes changes, string where, JToken old, JToken now, bool wasRequired, bool isRequired, Position position)
    {
        var (before, after) = (CSharpType.Of(old), CSharpType.Of(now));
        if (before != after)
        {
            // Nothing else about it is news to somebody whose code does not compile.
            changes.Changed(ChangeClass.Breaking, where, $"its type is `{after}`; it was `{before}`", now);
            return;
        }

        Presence(changes, where, old, now, wasRequired, isRequired, position);
        LimitDiff.Judge(changes, where, old, now, position, now);
        // The rows of a list have limits too.
        LimitDiff.Judge(changes, where, old["items"], now["items"], position, now);
        if ((string?)old["format"] != (string?)now["format"]) changes.Changed(ChangeClass.Wording, where, "another format of the text", now);

        var (hidden, hides) = ((string?)old["x-sensitive"], (string?)now["x-sensitive"]);
        // A secret is left out of a stored order.
        if (hidden != hides) changes.Changed(hidden == "secret" || hides == "secret" ? ChangeClass.Breaking : ChangeClass.Additive, where, $"it is {hides ?? "not sensitive"} now, and left out of logs accordingly", now);
        if (!JToken.DeepEquals(old["x-event-rank"], now["x-event-rank"])) changes.Changed(ChangeClass.Additive, where, "events of one second are put into another order", now);
        Residue.Judge(changes, where, old, now, Judged);
    }

    private static void Presence(Changes changes, string where, JToken old, JToken now, bool wasRequired, bool isRequired, Position position)
    {
        var sent = position.HasFlag(Position.Request);
        var received = position.HasFlag(Position.Response);
        var (wasNullable, isNullable) = (CSharpType.IsNullable(old), CSharpType.IsNullable(now));
        if (wasRequired && !isRequired) changes.Changed(received ? ChangeClass.Breaking : ChangeClass.Additive, where, received ? "it may be absent, and is null then" : "it may be left out", now);
        if (!wasRequired && isRequired) changes.Changed(ChangeClass.Breaking, where, sent ? "it must be set" : "it is always there, and must be set by code that makes the object itself", now);
        if (wasNullable == isNullable)
        {
            if (!JToken.DeepEquals(old["nullable"], now["nullable"]) || !JToken.DeepEquals(old["x-tri-state"], now["x-tri-state"])) changes.Changed(ChangeClass.Wording, where, "another remark on null", now);
            return;
        }

        if (isRequired)
        {
            if (isNullable) changes.Changed(received ? ChangeClass.Breaking : ChangeClass.Additive, where, "it may be null", now);
            else changes.Changed(sent || CSharpType.IsValue(now) ? ChangeClass.Breaking : ChangeClass.Additive, where, "it is never null", now);
        }
        else
        {
            // Optional members have a nullable type anyway; what is another is whether a null that is set is sent.
            if (sent) changes.Changed(ChangeClass.Breaking, where, isNullable ? "null and absent differ: a null that is set is sent" : "null and absent are the same: a null that is set is not sent", now);
            else changes.Changed(ChangeClass.Additive, where, isNullable ? "it may be null as well as absent; both are read as null" : "it may be absent, and is never null; absent is read as null", now);
        }
    }
}
