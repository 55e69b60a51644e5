using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Peeker.Generator.Drift;

/// <summary>Calls, answers and events that a section shows.</summary>
internal static partial class ExampleCheck
{
    public static void Of(SectionCheck section)
    {
        var operation = section.Operations is [var only] ? only : null;
        foreach (var fence in section.Section.Blocks.OfType<Fence>())
        {
            if (SectionCheck.IsShell(fence))
            {
                foreach (var (_, call, called) in section.Calls.Where(c => c.Fence == fence))
                {
                    Call(section, fence, call, called);
                    operation = called;
                }
            }
            else if (IsJson(fence))
            {
                Json(section, fence, operation);
            }
        }
    }

    public static bool IsJson(Fence fence) => fence.Language is "json" or "jsonc" or "json5";

    private static void Call(SectionCheck section, Fence fence, Curl call, Operation? operation)
    {
        if (operation is null)
        {
            section.Report(DriftKind.Path, fence.Line + call.Line, null, $"{call.Method} {Mentions.Tail(call.Url)}", "no such operation");
            return;
        }

        var authorization = call.Headers.FirstOrDefault(h => h.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase));
        if (authorization.Value is { } value && !value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) section.Report(DriftKind.Header, fence.Line + call.Line, operation, "another authorization", "a bearer token");
        Query(section, fence, call, operation);
        if (call.Body is null)
        {
            if (operation.BodyIsRequired) section.Report(DriftKind.MissingMember, fence.Line + call.Line, operation, "no body", "a body is required");
        }
        else if (operation.Request is null)
        {
            section.Report(DriftKind.UnknownMember, fence.Line + call.BodyLine, operation, "a body", "no body");
        }
        else if (Read(section, fence, call.Body, call.BodyLine, operation) is { } body)
        {
            section.Report(ShapeCheck.Of(body, operation.Request), fence.Line + call.BodyLine - 1, operation);
        }
    }

    private static void Query(SectionCheck section, Fence fence, Curl call, Operation operation)
    {
        var line = fence.Line + call.Line;
        var pairs = call.Url.Split('#')[0].Split('?', 2) is [_, var query] ? query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).ToList() : [];
        foreach (var pair in pairs)
        {
            var name = Uri.UnescapeDataString(pair[0]);
            var text = pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : "";
            if (!operation.Query.TryGetValue(name, out var shape))
            {
                section.Report(DriftKind.UnknownMember, line, operation, $"?{name}", "no such parameter");
                continue;
            }

            JToken value = shape.Kinds.Contains("array") ? new JArray(text.Split(',')) : shape.Kinds.Contains("integer") && long.TryParse(text, out var number) ? number : text;
            section.Report(ShapeCheck.Of(value, shape, name).Select(d => d with { Line = 0 }), line, operation);
        }

        foreach (var name in operation.RequiredQuery.Where(name => !pairs.Exists(p => p[0] == name))) section.Report(DriftKind.MissingMember, line, operation, $"no ?{name}", $"{name} is required");
    }

    private static void Json(SectionCheck section, Fence fence, Operation? operation)
    {
        if (Read(section, fence, fence.Text, 1, operation) is not { } value) return;
        var status = StatusCode().Match(fence.Title) is { Success: true } found ? found.Value : null;
        var type = (string?)(value as JObject)?.GetValue("type", StringComparison.Ordinal)?.ToString();
        var named = section.Contract.Families.Select(family => Regex.Match(fence.Title, $@"\b{family}\.[a-z_]+")).FirstOrDefault(m => m.Success)?.Value;
        if (named is not null || (value is JObject { } whole && whole.ContainsKey("data") && whole.ContainsKey("type")))
        {
            Event(section, fence, value, named, type);
        }
        else if (value is JObject { } envelope && envelope.ContainsKey("error"))
        {
            section.Report(ShapeCheck.Of(value, section.Contract.ErrorEnvelope), fence.Line, operation);
            var code = (string?)value.SelectToken("error.code");
            if (status is not null && code is not null && section.Contract.Errors.TryGetValue(code, out var right) && $"{right}" != status) section.Report(DriftKind.Status, fence.Line, operation, $"{code} with {status}", $"{code} with {right}");
            else if (status is not null && operation is not null && !operation.Responses.ContainsKey(status)) Undeclared(status);
        }
        else if (operation is not null && (status is not null || (value is JObject { } answer && answer.ContainsKey("data"))))
        {
            if (status is not null && !operation.Responses.ContainsKey(status)) Undeclared(status);
            section.Report(ShapeCheck.Of(value, operation.Responses.GetValueOrDefault(status ?? "") ?? operation.Success.Value), fence.Line, operation);
        }
        else if (operation?.Request is { } request)
        {
            section.Report(ShapeCheck.Of(value, request), fence.Line, operation);
        }

        void Undeclared(string shown) => section.Report(DriftKind.Status, fence.Line, operation, shown, string.Join(", ", operation!.Responses.Keys));
    }

    private static void Event(SectionCheck section, Fence fence, JToken value, string? named, string? type)
    {
        // An event that is not known is reported once, not also as a wrong value of its member.
        var unknown = new[] { named, type }.OfType<string>().FirstOrDefault(t => !ElidedJson.IsElided(t) && !section.Contract.Events.ContainsKey(t));
        if (unknown is not null) section.Report(DriftKind.Event, fence.Line, null, unknown, "no such event");
        else if ((type is not null && section.Contract.Events.TryGetValue(type, out var shape)) || (named is not null && section.Contract.Events.TryGetValue(named, out shape))) section.Report(ShapeCheck.Of(value, shape), fence.Line, type ?? named);
    }

    private static JToken? Read(SectionCheck section, Fence fence, string text, int line, Operation? operation)
    {
        try
        {
            return ElidedJson.Read(text);
        }
        catch (JsonReaderException wrong)
        {
            section.Report(DriftKind.Unreadable, fence.Line + line - 1 + Math.Max(1, wrong.LineNumber), operation, "an example that is not JSON", "JSON");
            return null;
        }
    }

    // At the beginning, or before what the status is called: other figures are no status.
    [GeneratedRegex(@"(?<=^(?:HTTP(?:/[\d.]+)?\s+|(?:response|answer|error|status)\b[\s:·(-]*)?)[1-5]\d\d\b|\b[1-5]\d\d(?=\s+(?:OK|Created|Accepted|No Content|Bad|Unauthorized|Forbidden|Not|Conflict|Gone|Unprocessable|Too|Internal|Service)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex StatusCode();
}
