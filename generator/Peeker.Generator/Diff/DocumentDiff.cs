using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Two specifications held against each other, for a caller from C#.</summary>
internal static class DocumentDiff
{
    private static readonly HashSet<string> Judged = ["servers", "paths", "components", "x-webhooks", "x-webhook-signature", "x-errors", "openapi", "info", "tags"];

    /// <summary>The changes, the breaking ones first.</summary>
    public static IReadOnlyList<Change> Of(Specification old, Specification now)
    {
        var changes = new Changes();
        var (before, after) = ((string?)Server(old)?["url"], (string?)Server(now)?["url"]);
        if (before != after) changes.Changed(ChangeClass.Additive, "PeekerClientOptions.BaseAddress", $"its default is `{after}`; it was `{before}`", now.Root["servers"] ?? now.Root);
        OperationDiff.Judge(changes, old, now);
        SchemaDiff.Judge(changes, old, now);
        WebhookDiff.Judge(changes, old, now);
        Rest(changes, old, now);
        // What no part looked at may not pass in silence.
        if (changes.Found.Count == 0 && !JToken.DeepEquals(old.Root, now.Root)) changes.Changed(ChangeClass.Wording, "the document", "another order or wording", now.Root);
        return [.. changes.Found.OrderByDescending(change => change.Class).ThenBy(change => change.Section, StringComparer.Ordinal).ThenBy(change => change.Where, StringComparer.Ordinal)];
    }

    private static void Rest(Changes changes, Specification old, Specification now)
    {
        if (old.Root["openapi"]?.ToString() != now.Root["openapi"]?.ToString()) changes.Changed(ChangeClass.Wording, "the document", "another version of OpenAPI", now.Root);
        if (!JToken.DeepEquals(old.Root["info"], now.Root["info"])) changes.Changed(ChangeClass.Wording, "the document", "another title, version or description", now.Root["info"] ?? now.Root);
        // Operations are called after them, and judged by that.
        if (!JToken.DeepEquals(old.Root["tags"], now.Root["tags"])) changes.Changed(ChangeClass.Wording, "the document", "other tags", now.Root["tags"] ?? now.Root);
        foreach (var part in now.Root.Properties().Where(part => !Judged.Contains(part.Name)).Select(part => part.Name).Union(old.Root.Properties().Where(part => !Judged.Contains(part.Name)).Select(part => part.Name)))
            Residue.Judge(changes, part, old.Root[part], now.Root[part] ?? new JObject());
        Residue.Judge(changes, "servers", Server(old), Server(now) ?? [], "url");
        // Their uses were judged where they are used.
        Residue.Judge(changes, "components", Shared(old), Shared(now), "parameters", "responses");
    }

    private static JObject? Server(Specification specification) => (specification.Root["servers"] as JArray)?.FirstOrDefault() as JObject;

    private static JObject Shared(Specification specification) => new((specification.Root["components"] as JObject ?? []).Properties().Where(part => part.Name != "schemas"));
}
