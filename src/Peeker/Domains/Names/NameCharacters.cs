using System.Globalization;

namespace Peeker;

/// <summary>
/// What a label may hold beside ASCII, and what it takes to put it in lower case and in form NFC: characters.txt. .NET itself normalises nothing without ICU, and
/// with ICU it depends on the version that is installed. It is read when the first name that is not ASCII comes.
/// </summary>
internal sealed class NameCharacters
{
    private static readonly Lazy<NameCharacters> Loaded = new(() => new());

    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];
    private readonly Dictionary<int, int[]> _mapped = [];
    private readonly Dictionary<(int, int), int> _compositions = [];
    private readonly Dictionary<int, (int, int)> _parts = [];
    private readonly Dictionary<int, int> _classes = [];

    private NameCharacters()
    {
        using var reader = new StreamReader(typeof(NameCharacters).Assembly.GetManifestResourceStream("Peeker.characters.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            foreach (var item in words.Skip(1)) Take(words[0], item);
            if (words[0] is "class" or "virama") Classes++;
            if (words[0] == "virama") Virama = Classes;
        }
    }

    public static NameCharacters Instance => Loaded.Value;

    /// <summary>The class of the signs that a joiner may follow.</summary>
    public int Virama { get; }

    private int Classes { get; set; }

    public bool IsAllowed(int point)
    {
        var place = _starts.BinarySearch(point);
        return place >= 0 || (place = ~place - 1) >= 0 && point <= _ends[place];
    }

    /// <summary>What a capital or a compatible form becomes; null if it stays.</summary>
    public int[]? Mapped(int point) => _mapped.GetValueOrDefault(point);

    /// <summary>The combining class, as a rank; 0 for what no mark moves past.</summary>
    public int ClassOf(int point) => _classes.GetValueOrDefault(point);

    public bool TryCompose(int first, int second, out int composed) => _compositions.TryGetValue((first, second), out composed);

    public bool TryTakeApart(int point, out (int First, int Second) parts) => _parts.TryGetValue(point, out parts);

    private void Take(string word, string item)
    {
        switch (word)
        {
            case "allow":
                var (start, end) = Range(item);
                _starts.Add(start);
                _ends.Add(end);
                break;
            case "map":
                Map(item.Split('='));
                break;
            case "compose":
                var (parts, composed) = (item.Split('=')[0].Split('+'), Hex(item.Split('=')[1]));
                _parts[composed] = (Hex(parts[0]), Hex(parts[1]));
                _compositions[_parts[composed]] = composed;
                break;
            case "class" or "virama":
                for (var (point, last) = Range(item); point <= last; point++) _classes[point] = Classes + 1;
                break;
        }
    }

    private void Map(string[] sides)
    {
        var range = sides[0].Split('/');
        var becomes = sides[1].Split('+').Select(Hex).ToArray();
        var (start, end) = Range(range[0]);
        for (var point = start; point <= end; point += range.Length > 1 ? Hex(range[1]) : 1)
            _mapped[point] = range.Length > 1 ? [becomes[0] + point - start] : becomes;
    }

    private static (int Start, int End) Range(string text) => text.Split('-') is [var start, var end] ? (Hex(start), Hex(end)) : (Hex(text), Hex(text));

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
