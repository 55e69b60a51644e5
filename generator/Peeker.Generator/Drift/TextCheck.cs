using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Operations, events, members, statuses and codes that running text or a cell names.</summary>
internal static partial class TextCheck
{
    public static void Of(SectionCheck section)
    {
        foreach (var block in section.Section.Blocks)
        {
            switch (block)
            {
                case Prose prose: Text(section, prose.Text, prose.Line); break;
                case Table table:
                    foreach (var row in table.Rows) Text(section, string.Join(" | ", row.Cells), row.Line);
                    break;
                case Fence fence when fence.Language is "" or "text" or "txt" or "plaintext": Events(section, $"`{fence.Text}`", fence.Line + 1); break;
            }
        }

        Items(section);
    }

    private static void Text(SectionCheck section, string text, int line)
    {
        foreach (var (method, path, index) in section.Contract.Named(text))
            if (section.Contract.Find(method, path) is null) section.Report(DriftKind.Path, line + Lines(text, index), null, $"{method} {path}", "no such operation");
        foreach (Match code in Code().Matches(text))
        {
            var here = line + Lines(text, code.Index);
            if (Negation().IsMatch(text[..code.Index])) continue;
            Events(section, code.Value, here);
            Member(section, code.Groups[1].Value, text, here);
        }

        foreach (Match said in Answer().Matches(text))
        {
            var about = section.About(text);
            if (about.Count > 0 && !about.Any(o => o.Responses.ContainsKey(said.Groups[1].Value))) section.Report(DriftKind.Status, line + Lines(text, said.Index), about[0], said.Groups[1].Value, string.Join(", ", about[0].Responses.Keys));
        }

        foreach (Match pair in StatusAndCode().Matches(text))
            if (!section.Contract.Errors.TryGetValue(pair.Groups[2].Value, out var status)) section.Report(DriftKind.ErrorCode, line + Lines(text, pair.Index), null, pair.Groups[2].Value, "no such code");
            else if ($"{status}" != pair.Groups[1].Value) section.Report(DriftKind.Status, line + Lines(text, pair.Index), null, $"{pair.Groups[2].Value} with {pair.Groups[1].Value}", $"{pair.Groups[2].Value} with {status}");
    }

    private static void Events(SectionCheck section, string text, int line)
    {
        foreach (Match name in EventName().Matches(text))
            if (section.Contract.Families.Contains(name.Groups[1].Value) && !section.Contract.Events.ContainsKey(name.Value) && !IsMember(section, name.Value))
                section.Report(DriftKind.Event, line + Lines(text, name.Index), null, name.Value, "no such event");
    }

    /// <summary>A path of members whose first name is known and the rest is not.</summary>
    private static void Member(SectionCheck section, string code, string text, int line)
    {
        if (!MemberPath().IsMatch(code) || section.Contract.Events.ContainsKey(code)) return;
        var shapes = Shapes(section, text).ToList();
        var first = code.Split('.')[0].Replace("[]", "", StringComparison.Ordinal);
        if (shapes.Exists(s => s.At(first) is not null) && !shapes.Exists(s => s.At(code) is not null))
            section.Report(DriftKind.UnknownMember, line, section.IsOfWebhooks ? null : section.About(text) is [var about, ..] ? about : null, code, "no such member");
    }

    /// <summary>Items that begin with a name are a list of members if most of the names are.</summary>
    private static void Items(SectionCheck section)
    {
        var named = section.Section.Blocks.OfType<Prose>().Where(p => p.IsItem).Select(p => (p.Line, Name: ItemName().Match(p.Text).Groups[1].Value)).Where(p => p.Name != "").ToList();
        var known = named.Where(item => IsMember(section, item.Name)).ToList();
        if (known.Count * 2 <= named.Count) return;
        foreach (var (line, name) in named.Except(known)) section.Report(DriftKind.UnknownMember, line, section.Operations[0], name, "no such member");
    }

    private static bool IsMember(SectionCheck section, string path) => Shapes(section, "").Any(s => s.At(path) is not null) || section.Operations.Any(o => o.Query.ContainsKey(path));

    private static IEnumerable<Shape> Shapes(SectionCheck section, string text)
    {
        foreach (var operation in section.About(text))
        {
            if (operation.Request is { } request) yield return request;
            if (operation.Success.Value is not { } answer) continue;
            yield return answer;
            if (answer.Member("data") is { } data) yield return data.Items ?? data;
        }

        yield return section.Contract.ErrorEnvelope;
        if (section.IsOfWebhooks || text.Contains("event", StringComparison.OrdinalIgnoreCase))
            foreach (var shape in section.Contract.Events.Values) yield return shape;
    }

    private static int Lines(string text, int index) => text.AsSpan(0, index).Count('\n');

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\b(?:no|not|never|without|instead of)\s+$", RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(@"(?<![\w.])([a-z]+(?:_[a-z]+)*)\.[a-z_]+\b(?![.\w*(/])")]
    private static partial Regex EventName();

    [GeneratedRegex(@"^[a-z_]+(?:\[\])?(?:\.[a-z_]+(?:\[\])?)+$")]
    private static partial Regex MemberPath();

    [GeneratedRegex(@"^`([a-z_.\[\]]+)`\s*(?:[-–—:]|\()")]
    private static partial Regex ItemName();

    [GeneratedRegex(@"\b(?:returns?|answers?(?: with)?|responds? with|response:)\s+(?:a\s+|an\s+|HTTP\s+)?`?([2-5]\d\d)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Answer();

    [GeneratedRegex(@"\b([45]\d\d)\s+`([a-z_]+)`")]
    private static partial Regex StatusAndCode();
}
