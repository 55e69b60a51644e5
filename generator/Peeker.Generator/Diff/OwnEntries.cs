using System.Text.RegularExpressions;

namespace Peeker.Generator.Diff;

/// <summary>Entries of a changelog that an earlier run wrote, told from those written by hand by their sentences.</summary>
internal static partial class OwnEntries
{
    /// <summary>Takes out those that no longer follow.</summary>
    /// <param name="lines">The changelog; <paramref name="start"/> is the heading of what is not released.</param>
    /// <param name="current">The entries that follow now.</param>
    /// <param name="kept">Entries that were there before the changes began, and stay; null where that is not known, and only what a new entry replaces goes.</param>
    public static void Drop(List<string> lines, int start, IReadOnlySet<string> current, IReadOnlySet<string>? kept)
    {
        var places = current.Select(Place).ToHashSet();
        for (var at = start + 1; at < lines.Count && !lines[at].StartsWith("## ", StringComparison.Ordinal); at++)
        {
            if (!lines[at].StartsWith("- ", StringComparison.Ordinal)) continue;
            var end = lines.FindIndex(at + 1, line => line.Length == 0 || line[0] is '-' or '*' or '#') is var next and >= 0 ? next : lines.Count;
            var entry = Space().Replace(string.Join(' ', lines.GetRange(at, end - at)).Trim(), " ");
            if (current.Contains(entry) || !Sentence().IsMatch(entry) || !(kept is null ? places.Contains(Place(entry)) : !kept.Contains(entry))) continue;
            at = Remove(lines, at, end) - 1;
        }
    }

    /// <summary>Takes the lines of one entry out; gives where to go on.</summary>
    public static int Remove(List<string> lines, int at, int end)
    {
        lines.RemoveRange(at, end - at);
        return Close(lines, at);
    }

    // A heading with nothing left below it goes, too.
    private static int Close(List<string> lines, int at)
    {
        var heading = at - 1;
        while (lines[heading].Length == 0) heading--;
        if (!lines[heading].StartsWith("### ", StringComparison.Ordinal)) return at;
        var end = at;
        while (end < lines.Count && lines[end].Length == 0) end++;
        if (end < lines.Count && lines[end][0] != '#') return at;
        while (lines[heading - 1].Length == 0) heading--;
        lines.RemoveRange(heading, end - heading);
        if (heading < lines.Count) lines.Insert(heading++, "");
        return heading;
    }

    // What it is about, without the value that it has now; what it was tells one step from the next.
    private static string Place(string entry) => entry.Replace("**Breaking:** ", "", StringComparison.Ordinal).Split(':', 2) is [var name, var what] && what.Split(';', 2) is [var now, .. var was] ? $"{name}:{Value().Replace(now, "`…`")};{string.Concat(was)}" : entry;

    [GeneratedRegex("^- (?:\\*\\*Breaking:\\*\\* )?`[^`]+`: (?:a new (?:type|event|error code)|the (?:type|member|event|error code) is gone|it is .+; it was .+|it has another base|the value `[^`]+`(?: is gone)?|the type written by hand takes .+|a member of the type `.+|its members are sent in another order|its (?:type|default|pattern|query|result|body|status|least value|greatest value|least length|greatest length|least number of items|greatest number of items) is .+|it has no .+ any more; it was .+|it may be .+|it must be set|it is always there.+|it is never null|null and absent .+|it is .+ left out of logs accordingly|events of one second .+|`[A-Z]+ /[^`]*`(?: is gone)?|it was called .+|it is reached through another client|it calls .+; it called .+|the least preset of a key for it .+|whether it is sent again by itself .+|the pause .+; it was .+|a wait (?:ends|does not end) .+|the \\w+ parameter `.+|its arguments .+|(?:an|the) argument for the body.+|its body .+|its member `.+|it is (?:not )?deprecated(?: any more)?|its answer .+|the answer .+|the event is .+; it was .+|[\\w.]+ is [^;]+; it was .+|another `.+`, which no rule judges.+)\\.$")]
    private static partial Regex Sentence();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Value();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
