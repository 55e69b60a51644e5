using System.Text;

namespace Peeker;

/// <summary>A brand in ASCII: its words, as one and with hyphens.</summary>
internal sealed record BrandSpelling(string Joined, string Hyphenated)
{
    private static readonly Dictionary<int, string> Letters = new()
    {
        [0xDF] = "ss", [0xE6] = "ae", [0x153] = "oe", [0xF8] = "o", [0x142] = "l", [0x111] = "d", [0xF0] = "d", [0xFE] = "th", [0x131] = "i",
    };

    private static readonly Dictionary<int, string> Umlauts = new() { [0xE4] = "ae", [0xF6] = "oe", [0xFC] = "ue" };

    /// <summary>The brand without marks, then with ae, oe and ue, where that differs; nothing if no letter is left.</summary>
    public static IReadOnlyList<BrandSpelling> Of(string brand)
    {
        var points = NameText.Normalise(brand.EnumerateRunes().Select(rune => rune.Value));
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
        return Letters.TryGetValue(point, out var plain) ? plain : point < 0x80 && char.IsAsciiLetterOrDigit((char)point) ? ((char)point).ToString() : " ";
    }
}
