using System.Text;

namespace Peeker.Tests.Domains.Names;

/// <summary>Our lower case and form NFC against ICU's, on what a name may hold.</summary>
public sealed class NameTextTests
{
    private static readonly int[] Held = [.. Enumerable.Range(0, 0x110000).Where(point => Rune.IsValid(point) && (point < 0x80 || NameCharacters.Instance.IsAllowed(point)))];
    private static readonly int[] Marks = [.. Held.Where(point => NameCharacters.Instance.ClassOf(point) > 0)];

    [IcuFact]
    public void A_single_character_becomes_what_ICU_makes_of_it()
    {
        for (var point = 0; point < 0x110000; point++)
        {
            if (!Rune.IsValid(point) || !DomainLabel.MayHold(point) || point == 0x130) continue;
            var text = new Rune(point).ToString();
            Assert.Equal(text.ToLowerInvariant().Normalize(), NameText.TextOf(NameText.Normalise([point])));
        }
    }

    [IcuFact]
    public void Random_letters_and_marks_become_what_ICU_makes_of_them()
    {
        var random = new Random(4711);
        var composed = Held.Where(point => NameCharacters.Instance.TryTakeApart(point, out _)).ToArray();
        for (var number = 0; number < 200_000; number++)
        {
            var points = new List<int>();
            for (var length = random.Next(1, 7); length > 0; length--)
                points.Add(random.Next(5) switch { 0 => Held[random.Next(Held.Length)], 1 => random.Next('a', 'z' + 1), 2 => composed[random.Next(composed.Length)], _ => Marks[random.Next(Marks.Length)] });
            var text = NameText.TextOf(points);
            Assert.Equal(text.ToLowerInvariant().Normalize(), NameText.TextOf(NameText.Normalise(points)));
        }
    }
}
