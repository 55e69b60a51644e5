using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Diff;

/// <summary>Deliveries and errors: what is neither an operation nor a schema.</summary>
internal static class WebhookDiff
{
    public static void Judge(Changes changes, Specification old, Specification now)
    {
        Signature(changes, old.Root["x-webhook-signature"] as JObject ?? [], now.Root["x-webhook-signature"] as JObject ?? []);
        var before = old.Events().ToDictionary(e => e.Type);
        foreach (var (type, node, schema) in now.Events())
        {
            if (!before.Remove(type, out var earlier))
            {
                changes.Added(type, "a new event", node);
                continue;
            }

            if (Specification.SchemaName(earlier.Schema) != Specification.SchemaName(schema)) changes.Changed(ChangeClass.Breaking, type, $"the event is `{Specification.SchemaName(schema)}`; it was `{Specification.SchemaName(earlier.Schema)}`", node);
            Residue.Judge(changes, type, earlier.Node["post"], node["post"] ?? node, "requestBody");
            Residue.Judge(changes, type, earlier.Node["post"]?["requestBody"], node["post"]?["requestBody"] ?? node, "content");
        }

        foreach (var (type, gone) in before) changes.Removed(type, "the event is gone", gone.Node);
        var errors = Errors(old).ToDictionary(error => error.Code, error => error.Node);
        foreach (var (code, error) in Errors(now))
        {
            if (!errors.Remove(code, out var earlier)) changes.Added(code, "a new error code", error);
            else if (!JToken.DeepEquals(earlier["status"], error["status"])) changes.Changed(ChangeClass.Breaking, code, $"its status is {error["status"]}; it was {earlier["status"]}", error);
            else Residue.Judge(changes, code, earlier, error);
        }

        foreach (var (code, error) in errors) changes.Removed(code, "the error code is gone", error);
    }

    // An entry without a code names nothing that could be told; lint reports it.
    private static IEnumerable<(string Code, JObject Node)> Errors(Specification specification) =>
        (specification.Root["x-errors"] as JArray ?? []).OfType<JObject>().Where(error => error["code"] is JValue { Value: string }).Select(error => ((string)error["code"]!, error)).DistinctBy(error => error.Item1);

    private static void Signature(Changes changes, JObject old, JObject now)
    {
        // Less time, fewer deliveries, a narrower tolerance: a receiver that was good enough may not be so now.
        foreach (var number in now.Descendants().OfType<JValue>().Where(value => value.Type == JTokenType.Integer))
        {
            if (old.SelectToken(Path(now, number)) is not JValue { Type: JTokenType.Integer } before || (long)before == (long)number) continue;
            changes.Changed((long)number < (long)before ? ChangeClass.Breaking : ChangeClass.Additive, "webhooks", $"{Path(now, number)} is {number}; it was {before}", number);
        }

        Residue.Judge(changes, "webhooks", Without(old), Without(now));
    }

    private static string Path(JObject root, JToken value) => value.Path[(root.Path.Length + 1)..];

    // Numbers were judged; those that came or went show by the text beside them.
    private static JObject Without(JObject signature)
    {
        var copy = (JObject)signature.DeepClone();
        foreach (var number in copy.Descendants().OfType<JProperty>().Where(p => p.Value.Type == JTokenType.Integer).ToList()) number.Value = "a number";
        return copy;
    }
}
