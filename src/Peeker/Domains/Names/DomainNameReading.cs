using System.Text;

namespace Peeker;

/// <summary>The checks of a name, in the order of docs/domain-names.md; the first that fails is told.</summary>
internal static class DomainNameReading
{
    private const int LongestName = 253, LongestText = 1000;

    public static DomainNameProblem? Read(string text, out string value)
    {
        value = "";
        if (text is "" or ".") return DomainNameProblems.Empty;
        if (text.Length > 2 * LongestText || text.EnumerateRunes().Count() > LongestText) return DomainNameProblems.TooLong;
        if (IsIpV6(text)) return DomainNameProblems.IpAddress;
        if (Normalise(text, out var name) is { } bad) return bad;

        var labels = (name.EndsWith('.') ? name[..^1] : name).Split('.');
        if (labels.Contains("")) return DomainNameProblems.EmptyLabel;
        var lastAmbiguous = -1;
        for (var at = 0; at < labels.Length; at++)
        {
            if (DomainLabel.Read(labels[at], out var label, out var unclear) is { } problem) return problem;
            labels[at] = label;
            if (unclear) lastAmbiguous = at;
        }

        var full = string.Join('.', labels);
        if (full.Length > LongestName) return DomainNameProblems.TooLong;
        if (IsNumber(labels[^1])) return DomainNameProblems.IpAddress;

        var root = PublicSuffixList.Instance.RootOf(full);
        if (root < 0) return DomainNameProblems.PublicSuffix;

        // Any text with dots has the form of a name, a key or a password too. One that ends in a suffix of the list is likely to be meant as one.
        var isListed = PublicSuffixList.Instance.Lists(labels[^1]);
        var first = labels.Length - 1 - full.AsSpan(root).Count('.');
        if (lastAmbiguous >= first) return DomainNameProblems.Ambiguous(name.Contains("i\u0307", StringComparison.Ordinal) ? null : full[root..], isListed);
        if (root > 0) return DomainNameProblems.Subdomain(full[root..], isListed);
        value = full;
        return null;
    }

    private static DomainNameProblem? Normalise(string text, out string name)
    {
        name = text;
        var ascii = Ascii.IsValid(text);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!DomainLabel.MayHold(rune.Value)) return DomainNameProblems.BadCharacter(rune.Value);
        }

        name = ascii ? text.ToLowerInvariant() : NameText.TextOf(NameText.Normalise(text.EnumerateRunes().Select(rune => rune.Value)));
        return null;
    }

    private static bool IsIpV6(string text) => text.AsSpan().Count(':') > 1 && text.All(static character => char.IsAsciiHexDigit(character) || ":.[]%".Contains(character, StringComparison.Ordinal));

    // As the URL standard has it: what ends in a number is taken for an IPv4 address.
    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || label.StartsWith("0x", StringComparison.Ordinal) && label[2..].All(char.IsAsciiHexDigit);
}
