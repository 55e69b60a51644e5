using System.Globalization;
using System.Text;

namespace Peeker;

/// <summary>One label of a name: between two dots.</summary>
internal static class DomainLabel
{
    private const string Prefix = "xn--";
    private const int Longest = 63;
    private const int SharpS = 0xDF, FinalSigma = 0x3C2, NonJoiner = 0x200C, Joiner = 0x200D, MiddleDot = 0xB7, KatakanaDot = 0x30FB;

    /// <summary>Whether a name may hold the character as it is written, at least at some places.</summary>
    public static bool MayHold(int point) => point < 0x80
        ? char.IsAsciiLetterOrDigit((char)point) || point is '-' or '.'
        : IsOfPlaces(point) || IsJamo(point) || NameCharacters.Instance.IsAllowed(point) || NameCharacters.Instance.Mapped(point) is not null;

    /// <summary>Reads a label in lower case and form NFC.</summary>
    /// <param name="text">The label.</param>
    /// <param name="label">The label in ASCII.</param>
    /// <param name="ambiguous">The label holds, not as an A-label, what languages disagree on.</param>
    public static DomainNameProblem? Read(string text, out string label, out bool ambiguous)
    {
        (label, ambiguous) = (text, false);
        if (text[0] == '-' || text[^1] == '-') return DomainNameProblems.BadHyphen;
        if (text.StartsWith(Prefix, StringComparison.Ordinal)) return IsALabel(text) ? LengthOf(text) : DomainNameProblems.BadALabel;
        if (HasReservedHyphens(text)) return DomainNameProblems.BadHyphen;
        if (Ascii.IsValid(text)) return LengthOf(text);

        var points = text.EnumerateRunes().Select(rune => rune.Value).ToList();
        if (OutOfPlace(points) is { } point) return DomainNameProblems.BadCharacter(point);
        label = Prefix + Punycode.Encode(points);
        ambiguous = points.Any(one => one is SharpS or FinalSigma or NonJoiner or Joiner) || text.Contains("i\u0307", StringComparison.Ordinal);
        return LengthOf(label);
    }

    /// <summary>The label as it is read; an A-label in its script.</summary>
    public static string UnicodeOf(string label) => label.StartsWith(Prefix, StringComparison.Ordinal) ? NameText.TextOf(Punycode.Decode(label[Prefix.Length..])!) : label;

    // Only what the text it stands for is encoded as: two A-labels are the same text exactly if they are the same label.
    private static bool IsALabel(string text)
    {
        if (!Ascii.IsValid(text) || Punycode.Decode(text[Prefix.Length..]) is not { Count: > 0 } points || points.All(point => point < 0x80)) return false;
        if (points.Any(point => !Rune.IsValid(point) || point == '.' || !MayHold(point)) || OutOfPlace(points) is not null) return false;
        if (points[0] == '-' || points[^1] == '-' || HasReservedHyphens(NameText.TextOf(points))) return false;
        return NameText.Normalise(points).SequenceEqual(points) && Prefix + Punycode.Encode(points) == text;
    }

    private static DomainNameProblem? LengthOf(string label) => label.Length > Longest ? DomainNameProblems.LabelTooLong : null;

    private static bool HasReservedHyphens(string text)
    {
        var runes = text.EnumerateRunes().Take(4).ToList();
        return runes.Count == 4 && runes[2].Value == '-' && runes[3].Value == '-';
    }

    /// <summary>The first character that the label may not hold where it stands, by appendix A of RFC 5892; the marks it cannot start with are those of RFC 5891.</summary>
    private static int? OutOfPlace(List<int> points)
    {
        for (var at = 0; at < points.Count; at++)
        {
            var point = points[at];
            var (before, after) = (at > 0 ? points[at - 1] : 0, at + 1 < points.Count ? points[at + 1] : 0);
            var fits = point switch
            {
                MiddleDot => before == 'l' && after == 'l',
                KatakanaDot => points.Any(one => one is >= 0x3041 and <= 0x3096 or >= 0x30A1 and <= 0x30FA or >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF),
                Joiner => IsVirama(before),
                NonJoiner => IsVirama(before) || IsArabic(before) && IsArabic(after),
                _ => !IsJamo(point) && (at > 0 || !IsMark(point)),
            };
            if (!fits) return point;
        }

        return null;
    }

    private static bool IsOfPlaces(int point) => point is NonJoiner or Joiner or MiddleDot or KatakanaDot;

    // Jamo compose to syllables; what is left of them no label may hold.
    private static bool IsJamo(int point) => point is >= 0x1100 and <= 0x1112 or >= 0x1161 and <= 0x1175 or >= 0x11A8 and <= 0x11C2;

    private static bool IsVirama(int point) => NameCharacters.Instance.ClassOf(point) is var rank && rank == NameCharacters.Instance.Virama;

    private static bool IsArabic(int point) => point is >= 0x620 and <= 0x6FF or >= 0x750 and <= 0x77F;

    private static bool IsMark(int point) => CharUnicodeInfo.GetUnicodeCategory(point) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
