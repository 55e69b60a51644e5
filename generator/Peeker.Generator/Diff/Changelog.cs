using System.Text.RegularExpressions;

namespace Peeker.Generator.Diff;

/// <summary>Puts changes under the heading Unreleased of a changelog in the form of Keep a Changelog. What stands there already is left as it is.</summary>
internal static partial class Changelog
{
    private const string Heading = "## Unreleased";
    private const string Wording = "- Wording of ";
    private static readonly string[] Sections = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    /// <summary>The sections with their entries, as they would stand below the heading.</summary>
    public static string Entry(IReadOnlyList<Change> changes) => Write("", changes)[Heading.Length..].Trim('\n');

    /// <summary>The text with the changes in it; the same text if they all are. An entry of an earlier run that no longer follows goes.</summary>
    /// <param name="earlier">The changelog as it was where the changes begin: its entries stay. Null where that is not known.</param>
    public static string Write(string text, IReadOnlyList<Change> changes, string? earlier = null)
    {
        if (changes.Count == 0 && earlier is null) return text;
        var windows = text.Contains("\r\n", StringComparison.Ordinal);
        var lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        if (text.Length == 0) lines.Clear();
        var start = lines.FindIndex(line => Unreleased().IsMatch(line));
        if (changes.Count == 0 && start < 0) return text;
        var before = lines.ToList();
        var kept = earlier is null ? null : Below(earlier.ReplaceLineEndings("\n").Split('\n').ToList());
        if (start >= 0)
        {
            OwnEntries.Drop(lines, start, changes.Where(change => change.Class != ChangeClass.Wording).Select(Line).ToHashSet(), kept);
            if (kept is not null) Reword(lines, start, kept.Where(entry => entry.StartsWith(Wording, StringComparison.Ordinal)).SelectMany(Names).Concat(changes.Where(change => change.Class == ChangeClass.Wording).Select(change => $"`{change.Where}`")).ToHashSet());
            if (changes.Count == 0 && lines.SequenceEqual(before)) return text;
        }
        else
        {
            start = lines.FindIndex(line => line.StartsWith("## ", StringComparison.Ordinal)) is var first and >= 0 ? first : lines.Count;
            lines.InsertRange(start, start < lines.Count ? [Heading, ""] : [Heading]);
        }

        foreach (var section in Sections)
        {
            var entries = changes.Where(change => change.Section == section && change.Class != ChangeClass.Wording).Select(Line).Distinct().ToList();
            var reworded = section == "Changed" ? changes.Where(change => change.Class == ChangeClass.Wording).Select(change => $"`{change.Where}`").ToHashSet() : [];
            if (entries.Count + reworded.Count > 0) Fill(lines, start, section, entries, reworded);
        }

        var written = string.Join('\n', lines) + "\n";
        return windows ? written.ReplaceLineEndings("\r\n") : written;
    }

    private static IEnumerable<string> Names(string entry) => entry[Wording.Length..].TrimEnd('.').Split(", ");

    // Names in the entry of wordings that are there no more go, and with the last one the entry.
    private static void Reword(List<string> lines, int start, HashSet<string> names)
    {
        var at = lines.FindIndex(start, End(lines, start + 1, "## ") - start, line => line.StartsWith(Wording, StringComparison.Ordinal));
        if (at < 0) return;
        var left = Names(lines[at]).Where(names.Contains).ToList();
        if (left.Count > 0) lines[at] = Reworded(left);
        else OwnEntries.Remove(lines, at, at + 1);
    }

    private static HashSet<string> Below(List<string> lines) => lines.FindIndex(line => Unreleased().IsMatch(line)) is var start and >= 0 ? Entries(lines, start + 1, End(lines, start + 1, "## "), true) : [];

    private static void Fill(List<string> lines, int start, string section, List<string> entries, HashSet<string> reworded)
    {
        var end = End(lines, start + 1, "## ");
        var at = lines.FindIndex(start, end - start, line => line.Trim() == $"### {section}");
        if (at < 0) at = Open(lines, start, end, section);
        end = End(lines, at + 1, "##");
        var there = Entries(lines, at + 1, end);
        if (lines.FindIndex(at, end - at, line => line.StartsWith(Wording, StringComparison.Ordinal)) is var old and >= 0)
        {
            if (reworded.Count > 0) lines[old] = Reworded(reworded.Concat(Names(lines[old])));
        }
        else if (reworded.Count > 0)
        {
            entries = [.. entries, Reworded(reworded)];
        }

        while (end > at + 1 && lines[end - 1].Length == 0) end--;
        if (end == at + 1) lines.Insert(end++, "");
        lines.InsertRange(end, entries.Where(entry => !there.Contains(entry)));
    }

    // In the order that the form gives to the sections.
    private static int Open(List<string> lines, int start, int end, string section)
    {
        var later = Sections.Skip(Array.IndexOf(Sections, section) + 1).Select(name => $"### {name}").ToHashSet();
        var at = lines.FindIndex(start, end - start, line => later.Contains(line.Trim()));
        if (at < 0)
        {
            at = end;
            while (at > start + 1 && lines[at - 1].Length == 0) at--;
            lines.Insert(at++, "");
            lines.Insert(at, $"### {section}");
            return at;
        }

        lines.InsertRange(at, [$"### {section}", ""]);
        return at;
    }

    private static string Line(Change change) => $"- {(change.Class == ChangeClass.Breaking ? "**Breaking:** " : "")}`{change.Where}`: {change.What}.";

    private static string Reworded(IEnumerable<string> names) => $"{Wording}{string.Join(", ", names.Distinct().Order(StringComparer.Ordinal))}.";

    // An entry may have been wrapped since.
    private static HashSet<string> Entries(List<string> lines, int start, int end, bool headings = false)
    {
        var text = string.Join('\n', lines.GetRange(start, end - start).Select(line => headings && line.StartsWith('#') ? "- " : line));
        return [.. Bullets().Split(text).Select(entry => "- " + Space().Replace(entry.Trim(), " "))];
    }

    private static int End(List<string> lines, int start, string heading) => lines.FindIndex(start, line => line.StartsWith(heading, StringComparison.Ordinal)) is var found and >= 0 ? found : lines.Count;

    [GeneratedRegex(@"^## \[?Unreleased\]?", RegexOptions.IgnoreCase)]
    private static partial Regex Unreleased();

    [GeneratedRegex("^[-*] ", RegexOptions.Multiline)]
    private static partial Regex Bullets();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
