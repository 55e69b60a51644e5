using System.Text;

namespace Peeker;

/// <summary>The text of a name in lower case, capital by capital, and then in form NFC.</summary>
internal static class NameText
{
    private const int Syllables = 0xAC00, Leads = 0x1100, Vowels = 0x1161, Tails = 0x11A7, VowelCount = 21, TailCount = 28, SyllableCount = 11172, LeadCount = 19;

    /// <summary>The characters of the text; those that no name may have are left in place.</summary>
    public static List<int> Normalise(IEnumerable<int> points)
    {
        var characters = NameCharacters.Instance;
        var apart = new List<int>();
        foreach (var point in points)
        {
            foreach (var letter in characters.Mapped(point) ?? [Lower(point)]) TakeApart(letter, apart, characters);
        }

        Reorder(apart, characters);
        return Compose(apart, characters);
    }

    private static int Lower(int point) => point is >= 'A' and <= 'Z' ? point + 32 : point;

    private static void TakeApart(int point, List<int> output, NameCharacters characters)
    {
        if (point - Syllables is >= 0 and < SyllableCount and var syllable)
        {
            output.Add(Leads + syllable / (VowelCount * TailCount));
            output.Add(Vowels + syllable % (VowelCount * TailCount) / TailCount);
            if (syllable % TailCount > 0) output.Add(Tails + syllable % TailCount);
        }
        else if (characters.TryTakeApart(point, out var parts))
        {
            TakeApart(parts.First, output, characters);
            TakeApart(parts.Second, output, characters);
        }
        else
        {
            output.Add(point);
        }
    }

    // Marks in a row are put in the order of their classes; marks of one class keep theirs.
    private static void Reorder(List<int> points, NameCharacters characters)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && characters.ClassOf(points[end]) > 0) end++;
            if (end - start < 2) continue;
            var sorted = points[start..end].OrderBy(characters.ClassOf).ToList();
            for (var at = start; at < end; at++) points[at] = sorted[at - start];
            start = end;
        }
    }

    private static List<int> Compose(List<int> points, NameCharacters characters)
    {
        var output = new List<int>(points.Count);
        var (starter, last) = (-1, -1);
        foreach (var point in points)
        {
            var rank = characters.ClassOf(point);
            if (starter >= 0 && (last < rank || last == -1) && TryCompose(output[starter], point, characters, out var composed))
            {
                output[starter] = composed;
                continue;
            }

            (starter, last) = rank == 0 ? (output.Count, -1) : (starter, rank);
            output.Add(point);
        }

        return output;
    }

    private static bool TryCompose(int first, int second, NameCharacters characters, out int composed)
    {
        if (first - Leads is >= 0 and < LeadCount and var lead && second - Vowels is >= 0 and < VowelCount and var vowel)
        {
            composed = Syllables + (lead * VowelCount + vowel) * TailCount;
            return true;
        }

        if (first - Syllables is >= 0 and < SyllableCount and var syllable && syllable % TailCount == 0 && second - Tails is > 0 and < TailCount and var tail)
        {
            composed = first + tail;
            return true;
        }

        return characters.TryCompose(first, second, out composed);
    }

    public static string TextOf(IEnumerable<int> points)
    {
        var text = new StringBuilder();
        foreach (var point in points) text.Append(new Rune(point).ToString());
        return text.ToString();
    }
}
