using System.Globalization;
using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Limits and defaults that running text or a cell states, by a short table of phrases.</summary>
internal static class PhraseCheck
{
    private const string Most = @"(?:up to|at most|no more than|maximum(?: of)?|max\.?(?: of)?|limit(?:ed to| of|:)?)\s+(?<n>\d[\d,]*)(?!\s*(?:hours?|minutes?|seconds?|days?|%))";

    /// <summary>Phrase, the member it limits, and the keyword of the schema.</summary>
    private static readonly (Regex Phrase, string Member, string Keyword)[] Limits =
    [
        (Of(Most + @"\s+(?:personas|people)"), "personas", "maxItems"),
        (Of(Most + @"(?:\s+[a-z`-]+){0,3}?\s+(?:domains|names|ids|per (?:call|request|job))"), "domains", "maxItems"),
        (Of(@"\b(?<n>\d[\d,]*)\s+(?:domains\s+)?per (?:call|request|job)"), "domains", "maxItems"),
        (Of(@"\b(?<n>any number|as many) (?:of )?domains"), "domains", "maxItems"),
        (Of(Most + @"\s+(?:rows|results|items)?\s*per page"), "per_page", "maximum"),
    ];

    /// <summary>Phrase, and where in the document the figure stands; these are about deliveries of webhooks.</summary>
    private static readonly (Regex Phrase, string Path)[] Deliveries =
    [
        (Of(@"(?:within|time(?:s|d)?[- ]?out(?: is| after| of|:)?)\s+(?<n>\d+)\s*(?:s\b|seconds?)"), "x-webhook-signature.timeout.seconds"),
        (Of(@"\b(?<n>\d+)[- ]seconds?\s+(?:timeout|to answer|per attempt|for each attempt)"), "x-webhook-signature.timeout.seconds"),
        (Of(@"\b(?<n>\d+)\s+(?:deliveries|attempts|tries)"), "x-webhook-signature.retries.max_deliveries"),
        (Of(@"(?:deliveries|attempts|tries)[^.]*?\bover\s+(?<n>\d+)\s+hours"), "x-webhook-signature.retries.window_hours"),
    ];

    private static readonly Regex[] Defaults =
    [
        Of(@"default[^.`]*`(?<member>[a-z_]+):\s*(?<n>[^`]+)`"),
        Of(@"`(?<member>[a-z_]+)`[^.`]*?\bdefault(?:s|ing)?(?: to| is| of|:)?\s+`?(?<n>[\w-]+)"),
    ];

    public static void Of(SectionCheck section)
    {
        foreach (var block in section.Section.Blocks)
        {
            if (block is Prose prose) Text(section, prose.Text, prose.Line);
            foreach (var row in (block as Table)?.Rows ?? []) Text(section, string.Join(" | ", row.Cells), row.Line);
        }
    }

    private static void Text(SectionCheck section, string text, int line)
    {
        var about = section.About(text);
        var seen = new HashSet<int>(); // Two phrases may read the same figure.
        foreach (var (phrase, member, keyword) in Limits)
        {
            foreach (Match match in phrase.Matches(text))
            {
                var limited = about.Where(o => Member(o, member) is not null).ToList();
                if (limited.Count == 0 || !seen.Add(match.Groups["n"].Index)) continue;
                var said = match.Groups["n"].Value.Replace(",", "", StringComparison.Ordinal);
                if (limited.Exists(o => Figure(Member(o, member)!.Number(keyword)) == said)) continue;
                Report(DriftKind.Limit, match, limited[0], $"{member}: {said}", Member(limited[0], member)!.Number(keyword) is { } most ? $"{member}: {Figure(most)}" : "no limit");
            }
        }

        foreach (var (phrase, path) in Deliveries)
        {
            foreach (Match match in phrase.Matches(text))
            {
                if (!section.IsOfWebhooks && !text.Contains("webhook", StringComparison.OrdinalIgnoreCase)) continue;
                if (section.Contract.Number(path) is { } right && Figure(right) != match.Groups["n"].Value && seen.Add(match.Groups["n"].Index)) Report(DriftKind.Limit, match, null, match.Value, Figure(right)!);
            }
        }

        foreach (Match match in Defaults.SelectMany(phrase => phrase.Matches(text)))
        {
            var member = match.Groups["member"].Value;
            var said = match.Groups["n"].Value;
            var given = about.Select(o => (Operation: o, Default: Member(o, member)?.Default)).Where(o => o.Default is not null).ToList();
            if (given.Count > 0 && !given.Exists(o => o.Default!.ToString().Equals(said, StringComparison.OrdinalIgnoreCase))) Report(DriftKind.Default, match, given[0].Operation, $"{member}: {said}", $"{member}: {given[0].Default}");
        }

        void Report(string kind, Match match, object? operation, string docs, string specification) =>
            section.Report(kind, line + text.AsSpan(0, match.Groups["n"].Index).Count('\n'), operation, docs, specification);
    }

    private static Shape? Member(Operation operation, string name) => operation.Request?.Member(name) ?? operation.Query.GetValueOrDefault(name);

    private static string? Figure(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    private static Regex Of(string pattern) => new(@"(?<![\w.])" + pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
