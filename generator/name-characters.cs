// Renews src/Peeker/Domains/Names/characters.txt: what a label may hold beside ASCII, what becomes of capitals, and how letters and marks compose.
//   dotnet run generator/name-characters.cs
// It asks ICU, which must be installed here so that it need not be where the library runs.
#:property InvariantGlobalization=false
#:property PublishAot=false
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

if ("e\u0301".Normalize() != "\u00E9") { Console.Error.WriteLine("ICU is not in use."); return 1; }

var idn = new IdnMapping();
var all = Enumerable.Range(0x80, 0x110000 - 0x80).Where(c => c is < 0xD800 or > 0xDFFF).ToList();
var allowed = all.Where(Allowed).ToHashSet();

var mapped = new SortedDictionary<int, string>();
var pairs = new SortedDictionary<int, (int First, int Second)>();
foreach (var c in all)
{
    if (allowed.Contains(c))
    {
        var parts = Points(Nfd(Text(c)));
        if (parts.Count > 1 && !IsHangul(c)) pairs[c] = (Points(string.Concat(parts[..^1].Select(Text)).Normalize()).Single(), parts[^1]);
    }
    else if (Assigned(c))
    {
        // .NET leaves the capital I with a dot above as it is; everybody else takes the two characters for it.
        var target = c == 0x130 ? "i\u0307" : Text(c).ToLowerInvariant().Normalize();
        if (target != Text(c) && Points(target).All(point => allowed.Contains(point) || point is >= 'a' and <= 'z')) mapped[c] = target;
    }
}

// .NET does not tell the combining class, but normalisation swaps two marks exactly when the first has the greater one.
var marks = allowed.Where(c => Nfd(Text(c)) == Text(c) && (Swaps(0x345, c) || c == 0x345)).Order().ToList();
var classes = new List<List<int>>();
foreach (var mark in marks)
{
    var place = classes.FindIndex(one => !Swaps(mark, one[0]));
    if (place >= 0 && !Swaps(classes[place][0], mark)) classes[place].Add(mark);
    else classes.Insert(place < 0 ? classes.Count : place, [mark]);
}

var text = new StringBuilder("""
    # What a label of a domain name may hold beside ASCII. Derived from the Unicode Character Database, Unicode License v3, https://www.unicode.org/license.txt.
    # unicode 15.0
    # made by generator/name-characters.cs
    # allow: ranges. map: a capital or a compatible form, or a range of them with step and distance, and what it becomes. compose: letter, mark, result.
    # class: marks of one combining class, the classes in rising order; the one of viramas is marked.

    """.ReplaceLineEndings("\n"));
Lines("allow", Ranges(allowed.Order()));
Lines("map", Runs(mapped));
Lines("compose", pairs.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value.First:X}+{pair.Value.Second:X}={pair.Key:X}"));
foreach (var one in classes) Lines(one.Contains(0x94D) ? "virama" : "class", Ranges(one.Order()), single: true);
File.WriteAllText(Target(), text.ToString());
Console.WriteLine($"{allowed.Count} allowed, {mapped.Count} mapped, {pairs.Count} compositions, {marks.Count} marks in {classes.Count} classes");
return 0;

// The letters, digits and marks of RFC 5892 that UTS 46 leaves as they are. Cherokee is left out: languages disagree on its capitals.
bool Allowed(int c) => (Category(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber || c == 0x3007)
    && c is not (0x640 or 0x7FA or 0x302E or 0x302F or 0x303B or >= 0x3031 and <= 0x3035)
    && c is not (>= 0x1100 and <= 0x11FF or >= 0xA960 and <= 0xA97F or >= 0xD7B0 and <= 0xD7FF)
    && c is not (>= 0x13A0 and <= 0x13FF or >= 0xAB70 and <= 0xABBF)
    && Text(c).Normalize() == Text(c) && Stays(c);

bool Stays(int c)
{
    foreach (var label in new[] { $"a{Text(c)}b", $"\u05D0{Text(c)}\u05D0", $"\u0E01{Text(c)}" })
    {
        try
        {
            if (idn.GetUnicode(idn.GetAscii(label)) == label) return true;
        }
        catch (ArgumentException)
        {
            // Not at this place; the next one may do.
        }
    }

    return false;
}

bool Swaps(int one, int other) => Nfd(Text(one) + Text(other)) == Text(other) + Text(one) && one != other;

void Lines(string word, IEnumerable<string> items, bool single = false)
{
    foreach (var line in items.Chunk(single ? int.MaxValue : 12)) text.Append(word).Append(' ').AppendJoin(' ', line).Append('\n');
}

static IEnumerable<string> Ranges(IEnumerable<int> points)
{
    var list = points.ToList();
    for (int start = 0, at = 0; start < list.Count; start = at)
    {
        for (at = start + 1; at < list.Count && list[at] == list[at - 1] + 1;) at++;
        yield return at == start + 1 ? $"{list[start]:X}" : $"{list[start]:X}-{list[at - 1]:X}";
    }
}

static IEnumerable<string> Runs(SortedDictionary<int, string> mapped)
{
    var list = mapped.ToList();
    for (int start = 0, at = 0; start < list.Count; start = at)
    {
        at = start + 1;
        var distance = Distance(start);
        if (distance is not null && at < list.Count && Distance(at) == distance && list[at].Key - list[start].Key is 1 or 2)
        {
            var step = list[at].Key - list[start].Key;
            while (at < list.Count && Distance(at) == distance && list[at].Key - list[at - 1].Key == step) at++;
            yield return $"{list[start].Key:X}-{list[at - 1].Key:X}/{step}={list[start].Value.EnumerateRunes().First().Value:X}";
        }
        else
        {
            yield return $"{list[start].Key:X}={string.Join('+', Points(list[start].Value).Select(point => point.ToString("X", CultureInfo.InvariantCulture)))}";
        }
    }

    int? Distance(int place) => Points(list[place].Value) is [var only] ? only - list[place].Key : null;
}

static bool IsHangul(int c) => c is >= 0xAC00 and <= 0xD7A3;
static bool Assigned(int c) => Category(c) is not UnicodeCategory.OtherNotAssigned;
static UnicodeCategory Category(int c) => CharUnicodeInfo.GetUnicodeCategory(c);
static string Text(int c) => char.ConvertFromUtf32(c);
static string Nfd(string s) => s.Normalize(NormalizationForm.FormD);
static List<int> Points(string s) => s.EnumerateRunes().Select(rune => rune.Value).ToList();
static string Target([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "src", "Peeker", "Domains", "Names", "characters.txt");
