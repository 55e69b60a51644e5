using System.Text;

namespace Peeker;

/// <summary>A brand in ASCII: its words, as one and with hyphens.</summary>
internal sealed record BrandSpelling(string Joined, string Hyphenated)
{
    private static readonly Dictionary<int, string> Letters = new()
    {
        [0xDF] = "ss", [0xE6] = "ae", [0x153] = "oe", [0xF8] = "o", [0x142] = "l", [0x111] = "d", [0xF0] = "d", [0xFE] = "th", [0x131] = "i",
        [0xB5] = "u", [0x127] = "h", [0x132] = "ij", [0x133] = "ij", [0x138] = "k", [0x149] = "n", [0x14B] = "ng", [0x167] = "t", [0x17F] = "s", [0x259] = "e",
        [0x1C4] = "dz", [0x1C5] = "dz", [0x1C6] = "dz", [0x1C7] = "lj", [0x1C8] = "lj", [0x1C9] = "lj", [0x1CA] = "nj", [0x1CB] = "nj", [0x1CC] = "nj",
        [0xFB00] = "ff", [0xFB01] = "fi", [0xFB02] = "fl", [0xFB03] = "ffi", [0xFB04] = "ffl", [0xFB05] = "st", [0xFB06] = "st",
    };

    private static readonly Dictionary<int, string> Umlauts = new() { [0xE4] = "ae", [0xF6] = "oe", [0xFC] = "ue" };

    /// <summary>The brand without marks, then with ae, oe and ue, where that differs; nothing if no letter is left, or one of another script would be lost.</summary>
    public static IReadOnlyList<BrandSpelling> Of(string brand)
    {
        var points = NameText.Normalise(brand.EnumerateRunes().Select(rune => rune.Value));
        if (points.Exists(point => !IsSilent(point) && Rune.IsLetter(new(point)) && Plain(point) == " ")) return [];
        return [.. new[] { Words(points, umlauts: false), Words(points, umlauts: true) }
            .Where(words => words.Length > 0).Select(words => new BrandSpelling(string.Concat(words), string.Join('-', words))).Distinct()];
    }

    private static string[] Words(List<int> points, bool umlauts)
    {
        var text = new StringBuilder();
        foreach (var point in points)
        {
            if (umlauts && Umlauts.TryGetValue(point, out var two)) text.Append(two);
            else if (point == '&') text.Append(" and ");
            else if (!IsSilent(point)) text.Append(Plain(point));
        }

        return text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    // O'Neill is one word; so is a letter with a mark that nothing composes.
    private static bool IsSilent(int point) => point is '\'' or 0x2019 || NameCharacters.Instance.ClassOf(point) > 0;

    private static string Plain(int point)
    {
        while (NameCharacters.Instance.TryTakeApart(point, out var parts)) point = parts.First;
        if (point is >= 0xFF21 and <= 0xFF5A) point = (point - 0xFEE0) | 0x20;
        return Letters.TryGetValue(point, out var plain) ? plain : point < 0x80 && char.IsAsciiLetterOrDigit((char)point) ? ((char)point).ToString() : " ";
    }
}
