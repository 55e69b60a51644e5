using System.Globalization;
using Newtonsoft.Json.Linq;
using Peeker.Generator.Specifications;
using YamlDotNet.Core;

namespace Peeker.Generator.Drift;

/// <summary>OpenAPI fragments that a page carries, schema by schema.</summary>
internal static class FragmentCheck
{
    public static void Of(SectionCheck section)
    {
        foreach (var fence in section.Section.Blocks.OfType<Fence>().Where(IsFragment))
        {
            try
            {
                foreach (var shown in Contract.Of(Contract.ReadYaml(fence.Text))) Operation(section, fence, shown);
            }
            catch (YamlException wrong)
            {
                section.Report(DriftKind.Unreadable, fence.Line + (int)wrong.Start.Line, null, "a fragment that is not YAML", "YAML");
            }
            catch (MalformedException wrong)
            {
                section.Report(DriftKind.Unreadable, fence.Line + (wrong.LineIn(fence.Text) ?? 0), null, $"a fragment with {wrong.Message}", "OpenAPI");
            }
            catch (Exception wrong) when (UnreadableException.IsOfContent(wrong))
            {
                section.Report(DriftKind.Unreadable, fence.Line, null, "a fragment that is not OpenAPI", "OpenAPI");
            }
        }
    }

    public static bool IsFragment(Fence fence) => fence.Language is "yaml" or "yml" && fence.Text.Contains("paths:", StringComparison.Ordinal);

    private static void Operation(SectionCheck section, Fence fence, Operation shown)
    {
        var line = Line(fence, shown.Path);
        if (section.Contract.Find(shown.Method, shown.Path) is not { } right)
        {
            section.Report(DriftKind.Path, line, null, $"{shown.Method} {shown.Path}", "no such operation");
            return;
        }

        foreach (var (name, shape) in shown.Query)
            if (right.Query.TryGetValue(name, out var query)) Compare(name, shape, query, true, 0);
            else Report(DriftKind.UnknownMember, name, $"?{name}", "no such parameter");
        if (shown.Request is { } request && right.Request is { } body) Compare("", request, body, true, 0);
        foreach (var (status, shape) in shown.Responses.Where(r => r.Key.All(char.IsDigit)))
            if (right.Responses.TryGetValue(status, out var answer)) Compare("", shape, answer, false, 0);
            else Report(DriftKind.Status, status, status, string.Join(", ", right.Responses.Keys));

        void Compare(string path, Shape docs, Shape specification, bool isRequest, int depth)
        {
            if (depth > 6) return;
            if (docs.Kinds.Count > 0 && specification.Kinds.Count > 0 && !docs.Kinds.SetEquals(specification.Kinds)) Report(DriftKind.Type, path, $"{path}: {docs}", specification.ToString());
            foreach (var keyword in new[] { "maxItems", "minItems", "maximum", "minimum" })
                if (docs.Number(keyword) is { } number && specification.Number(keyword) != number) Report(DriftKind.Limit, path, $"{path} {keyword} {number}", specification.Number(keyword)?.ToString(CultureInfo.InvariantCulture) ?? "none");
            if (docs.Default is { Type: not JTokenType.Null } given && specification.Default is { } standard && !JToken.DeepEquals(given, standard)) Report(DriftKind.Default, path, $"{path}: {given}", standard.ToString());
            if (specification.Enum.Count > 0)
                foreach (var value in docs.Enum.Except(specification.Enum)) Report(DriftKind.Value, path, $"{path}: {value}", string.Join(", ", specification.Enum));
            if (docs.Items is { } item && specification.Items is { } other) Compare(path + "[]", item, other, isRequest, depth + 1);
            foreach (var name in docs.Members)
            {
                var inner = ShapeCheck.Join(path, name);
                if (specification.Member(name) is { } member) Compare(inner, docs.Member(name)!, member, isRequest, depth + 1);
                else if (specification.Members.Count > 0) Report(DriftKind.UnknownMember, inner, inner, "no such member");
            }

            if (docs.Members.Count == 0) return;
            foreach (var name in specification.Required.Except(docs.Members)) Report(DriftKind.MissingMember, path, $"no {ShapeCheck.Join(path, name)}", $"{ShapeCheck.Join(path, name)} is required");
            if (!isRequest || docs.Branches.Count > 0 || specification.Branches.Count > 0) return;
            foreach (var name in docs.Members.Where(n => specification.Member(n) is not null && docs.Required.Contains(n) != specification.Required.Contains(n)))
                Report(DriftKind.Required, ShapeCheck.Join(path, name), $"{name} {(docs.Required.Contains(name) ? "required" : "optional")}", $"{name} {(specification.Required.Contains(name) ? "required" : "optional")}");
        }

        void Report(string kind, string path, string docs, string specification) => section.Report(kind, Line(fence, shown.Path, path), right, docs, specification);
    }

    /// <summary>The line on which the last name of the path begins, below the names before it.</summary>
    private static int Line(Fence fence, string operation, string path = "")
    {
        var lines = fence.Text.Split('\n');
        var at = Math.Max(0, Array.FindIndex(lines, l => l.Trim(' ', '\'', '"', ':') == operation));
        foreach (var name in path.Replace("[]", "", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            // The names of members stand one step under "properties"; a keyword of the same name does not.
            var inner = Array.FindIndex(lines, at, l => l.Trim() == "properties:");
            var indent = inner >= 0 && inner + 1 < lines.Length ? Indent(lines[inner + 1]) : 0;
            var next = inner < 0 ? -1 : Array.FindIndex(lines, inner + 1, l => Indent(l) == indent && l.TrimStart().StartsWith(name + ":", StringComparison.Ordinal));
            if (next < 0) next = Array.FindIndex(lines, at, l => l.Trim(' ', '\'', '"', ':') == name || l.Trim() == $"- name: {name}");
            if (next >= 0) at = next;
        }

        return fence.Line + 1 + at;

        static int Indent(string line) => line.Length - line.TrimStart().Length;
    }
}
