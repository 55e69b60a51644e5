using System.Text;

namespace Peeker.Tests.Domains.Names;

/// <summary>What many texts are read as: those of the vectors, and random ones that are the same in every process.</summary>
internal static class NameTable
{
    private static readonly int[] Marks = [0x300, 0x301, 0x302, 0x307, 0x308, 0x323, 0x327, 0x345, 0x5B4, 0x64B, 0x93C, 0x94D, 0x3099, 0x200C, 0x200D];

    public static IReadOnlyList<string> Texts { get; } = [.. DomainNameVectorTests.Texts, .. RandomTexts(20_000)];

    public static bool HasIcu => "e\u0301".Normalize().Length == 1;

    public static IEnumerable<string> Rows() => Texts.Select(text => DomainName.TryParse(text, out var name, out var problem)
        ? $"{name.Value} {Escaped(name.Unicode)}"
        : $"{problem.Code} {problem.Suggestion} {problem.Message.Length}");

    private static IEnumerable<string> RandomTexts(int count)
    {
        var random = new Random(4711);
        for (var number = 0; number < count; number++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(1, 6); length > 0; length--) text.Append(new Rune(Point(random)));
            yield return text.Append(random.Next(4) == 0 ? ".co.uk" : ".com").ToString();
        }
    }

    private static int Point(Random random) => random.Next(6) switch
    {
        0 => random.Next('a', 'z' + 1),
        1 => random.Next('A', 'Z' + 1),
        2 => Marks[random.Next(Marks.Length)],
        3 => random.Next(0xC0, 0x600),
        4 => random.Next(0x1E00, 0x2000),
        _ => random.Next(8) switch
        {
            0 => random.Next(0xF900, 0xFB00),
            1 => random.Next(0x10400, 0x10500),
            2 => random.Next(0xE000, 0x110000),
            _ => random.Next(0x80, 0xD800),
        },
    };

    private static string Escaped(string text) => string.Concat(text.Select(letter => letter < 0x80 ? letter.ToString() : $"\\u{(int)letter:X4}"));
}
