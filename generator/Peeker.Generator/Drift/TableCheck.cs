using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Tables of members, error codes, events, operations and values.</summary>
internal static partial class TableCheck
{
    private static readonly string[] MemberColumns = ["field", "parameter", "name", "member", "key", "attribute", "property"];

    public static void Of(SectionCheck section)
    {
        foreach (var table in section.Section.Blocks.OfType<Table>())
        {
            var first = table.Header[0];
            if (ErrorColumn(table) is { } code && Column(table, "status", "http") is { } status) Errors(section, table, code, status);
            else if (first.StartsWith("event", StringComparison.Ordinal)) Events(section, table);
            else if (Array.Exists(MemberColumns, first.StartsWith)) Members(section, table);
            else if (Column(table, "status", "success", "answer") is { } success && table.Rows.Any(r => section.Contract.Named(string.Join(" | ", r.Cells)).Any())) Statuses(section, table, success);
            else Values(section, table, first);
        }
    }

    private static int? ErrorColumn(Table table) =>
        table.Header.ToList().FindIndex(h => (h.Contains("code", StringComparison.Ordinal) || h.StartsWith("error", StringComparison.Ordinal)) && !h.Contains("status", StringComparison.Ordinal) && !h.Contains("http", StringComparison.Ordinal)) is >= 0 and var at ? at : null;

    // In a table of events a name is one, whatever its family and however many parts it has.
    private static void Events(SectionCheck section, Table table)
    {
        foreach (var row in table.Rows)
            if (row.Cells[0].Trim(' ', '`', '*') is var name && EventName().IsMatch(name) && !section.Contract.Events.ContainsKey(name)) section.Report(DriftKind.Event, row.Line, null, name, "no such event");
    }

    private static void Errors(SectionCheck section, Table table, int codes, int column)
    {
        foreach (var row in table.Rows)
        {
            if (row.Cells.Count <= Math.Max(codes, column)) continue;
            var code = Name(row.Cells[codes]);
            // Without backticks a word may be just a word.
            if (code == "" && row.Cells[codes].Trim(' ', '*') is var bare && (section.Contract.Errors.ContainsKey(bare) || BareCode().IsMatch(bare))) code = bare;
            if (code == "") continue;
            if (!section.Contract.Errors.TryGetValue(code, out var status)) section.Report(DriftKind.ErrorCode, row.Line, null, code, "no such code");
            else if (!row.Cells[column].Contains($"{status}", StringComparison.Ordinal)) section.Report(DriftKind.Status, row.Line, null, $"{code} with {row.Cells[column]}", $"{code} with {status}");
        }
    }

    private static void Statuses(SectionCheck section, Table table, int column)
    {
        foreach (var row in table.Rows)
            foreach (var (method, path, _) in section.Contract.Named(string.Join(" | ", row.Cells)))
                if (section.Contract.Find(method, path) is { } operation && StatusCode().Match(row.Cells[column]) is { Success: true } said && !operation.Responses.ContainsKey(said.Value))
                    section.Report(DriftKind.Status, row.Line, operation, said.Value, operation.Success.Key);
    }

    private static void Members(SectionCheck section, Table table)
    {
        var rows = table.Rows.Select(row => (Row: row, Name: Name(row.Cells[0]))).Where(r => r.Name != "").ToList();
        var (operation, isRequest, members) = section.Operations.SelectMany(Sets)
            .OrderByDescending(set => rows.Count(r => set.Members.ContainsKey(r.Name))).ThenBy(set => set.Members.Count).FirstOrDefault();
        if (operation is null || rows.Count(r => members.ContainsKey(r.Name)) * 2 < rows.Count) return;
        foreach (var (row, name) in rows)
        {
            if (members.TryGetValue(name, out var member)) Member(section, table, row, operation, isRequest, name, member.Shape, member.IsRequired);
            else section.Report(DriftKind.UnknownMember, row.Line, operation, name, "no such member");
        }

        // A table that leaves something out says so with a row of its own.
        if (table.Rows.Any(r => ElidedJson.IsElided(r.Cells[0]))) return;
        foreach (var name in members.Keys.Where(name => !name.Contains('.', StringComparison.Ordinal) && !rows.Exists(r => r.Name == name || r.Name.StartsWith(name + ".", StringComparison.Ordinal))))
            section.Report(DriftKind.MissingMember, table.Line, operation, $"no {name}", $"{name} is a member");
    }

    private static void Member(SectionCheck section, Table table, Row row, Operation operation, bool isRequest, string name, Shape shape, bool required)
    {
        if (Column(table, "type") is { } type && Kinds(row.Cells[type]) is { Count: > 0 } kinds && shape.Kinds.Count > 0 && !kinds.SetEquals(shape.Kinds))
            section.Report(DriftKind.Type, row.Line, operation, $"{name}: {string.Join(", ", kinds.Order(StringComparer.Ordinal))}", shape.ToString());
        if (isRequest && Column(table, "required") is { } must && YesOrNo(row.Cells[must]) is { } said && said != required)
            section.Report(DriftKind.Required, row.Line, operation, $"{name} {(said ? "required" : "optional")}", $"{name} {(required ? "required" : "optional")}");
        if (Column(table, "default") is { } column && Value(row.Cells[column]) is { Length: > 0 } given && shape.Default is { } right && !right.ToString().Equals(given, StringComparison.OrdinalIgnoreCase))
            section.Report(DriftKind.Default, row.Line, operation, $"{name}: {given}", $"{name}: {right}");
        var listed = Listed().Match(string.Join(" | ", row.Cells));
        foreach (var value in listed.Success && (shape.Items ?? shape).Enum is { Count: > 0 } values ? Code().Matches(listed.Value).Select(c => c.Groups[1].Value.Trim('"')).Where(v => !values.Contains(v)) : [])
            section.Report(DriftKind.Value, row.Line, operation, $"{name}: {value}", string.Join(", ", (shape.Items ?? shape).Enum));
    }

    /// <summary>Rows of values under the name of the member that takes them.</summary>
    private static void Values(SectionCheck section, Table table, string member)
    {
        foreach (var operation in section.Operations)
        {
            var values = Sets(operation).Select(set => set.Members.GetValueOrDefault(member).Shape?.Enum).FirstOrDefault(e => e?.Count > 0);
            if (values is null) continue;
            foreach (var row in table.Rows)
                if (Name(row.Cells[0]) is { Length: > 0 } value && !values.Contains(value)) section.Report(DriftKind.Value, row.Line, operation, $"{member}: {value}", string.Join(", ", values));
            return;
        }
    }

    /// <summary>Every set of members that a table of the operation may list, each object of the bodies with the names as seen from it.</summary>
    private static IEnumerable<(Operation? Operation, bool IsRequest, Dictionary<string, (Shape Shape, bool IsRequired)> Members)> Sets(Operation operation)
    {
        if (operation.Query.Count > 0) yield return (operation, true, operation.Query.ToDictionary(q => q.Key, q => (q.Value, operation.RequiredQuery.Contains(q.Key))));
        foreach (var (shape, isRequest) in new[] { (operation.Request, true), (operation.Success.Value?.Member("data") ?? operation.Success.Value, false) })
            foreach (var part in Objects(shape, 0)) yield return (operation, isRequest, Named(part, ""));
    }

    private static IEnumerable<Shape> Objects(Shape? shape, int depth)
    {
        while (shape?.Items is { } item) shape = item;
        if (shape is null || shape.Members.Count == 0 || depth > 3) yield break;
        yield return shape;
        foreach (var inner in shape.Members.SelectMany(name => Objects(shape.Member(name), depth + 1))) yield return inner;
    }

    private static Dictionary<string, (Shape Shape, bool IsRequired)> Named(Shape shape, string prefix)
    {
        var members = new Dictionary<string, (Shape, bool)>();
        // A member that only one branch of a union requires is not required of every body.
        bool IsRequired(string name) => shape.Required.Contains(name) || (shape.Branches.Count > 0 && shape.Branches.All(b => b.Required.Contains(name)));
        foreach (var name in shape.Members)
        {
            var member = shape.Member(name)!;
            members[prefix + name] = (member, IsRequired(name));
            var inner = member;
            while (inner.Items is { } item) inner = item;
            if (prefix.Length > 40) continue;
            foreach (var (path, value) in Named(inner, $"{prefix}{name}.")) members[path] = value;
        }

        return members;
    }

    private static int? Column(Table table, params string[] names) => table.Header.ToList().FindIndex(h => Array.Exists(names, h.Contains)) is >= 0 and var at ? at : null;

    private static string Name(string cell) => Code().Match(cell) is { Success: true } code && MemberName().IsMatch(code.Groups[1].Value) ? code.Groups[1].Value.Replace("[]", "", StringComparison.Ordinal) : "";

    private static string Value(string cell) => cell.Trim('`', ' ', '"', '-', '–', '—');

    private static bool? YesOrNo(string cell) => cell.Trim().ToLowerInvariant() switch
    {
        "yes" or "required" or "true" or "✓" or "✅" => true,
        "no" or "optional" or "false" or "" => false,
        _ => null,
    };

    private static HashSet<string> Kinds(string cell)
    {
        // Whatever a list holds, the member itself is an array; quotes with nothing in them are a string.
        if (Regex.IsMatch(cell, @"\[\]|\barray\b|\blist\b", RegexOptions.IgnoreCase)) return ["array"];
        HashSet<string> kinds = [.. Kind().Matches(cell).Select(m => m.Value.ToLowerInvariant())];
        if (cell.Contains("\"\"", StringComparison.Ordinal) || Regex.IsMatch(cell, @"\b(enum|date-time|email|url|id)\b", RegexOptions.IgnoreCase)) kinds.Add("string");
        if (kinds.Contains("integer") && Regex.IsMatch(cell, @"\benum\b")) kinds.Remove("string");
        return kinds;
    }

    [GeneratedRegex(@"\b(string|integer|number|boolean|object|null)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Kind();

    [GeneratedRegex(@"\b(enum|one of)\b[^|]*", RegexOptions.IgnoreCase)]
    private static partial Regex Listed();

    [GeneratedRegex(@"^[a-z_]+(?:\.[a-z_]+)+$")]
    private static partial Regex EventName();

    [GeneratedRegex("^[a-z]+(?:_[a-z]+)+$")]
    private static partial Regex BareCode();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^[a-z_]+(\[\])?(\.[a-z_]+(\[\])?)*$")]
    private static partial Regex MemberName();

    [GeneratedRegex(@"\b[2-5]\d\d\b")]
    private static partial Regex StatusCode();
}
