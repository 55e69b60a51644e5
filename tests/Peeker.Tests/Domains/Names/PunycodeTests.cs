using System.Text;

namespace Peeker.Tests.Domains.Names;

public sealed class PunycodeTests
{
    [Theory]
    [InlineData("\u4ED6\u4EEC\u4E3A\u4EC0\u4E48\u4E0D\u8BF4\u4E2D\u6587", "ihqwcrb4cv8a8dqg056pqjye")]
    [InlineData("\u05DC\u05DE\u05D4\u05D4\u05DD\u05E4\u05E9\u05D5\u05D8\u05DC\u05D0\u05DE\u05D3\u05D1\u05E8\u05D9\u05DD\u05E2\u05D1\u05E8\u05D9\u05EA", "4dbcagdahymbxekheh6e0a7fei0b")]
    [InlineData("\u306A\u305C\u307F\u3093\u306A\u65E5\u672C\u8A9E\u3092\u8A71\u3057\u3066\u304F\u308C\u306A\u3044\u306E\u304B", "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa")]
    [InlineData("3\u5E74b\u7D44\u91D1\u516B\u5148\u751F", "3b-ww4c5e180e575a65lsy2b")]
    [InlineData("\u305D\u306E\u30B9\u30D4\u30FC\u30C9\u3067", "d9juau41awczczp")]
    [InlineData("b\u00FCcher", "bcher-kva")]
    public void Texts_of_the_RFC_are_encoded_and_decoded(string text, string encoded)
    {
        Assert.Equal(encoded, Punycode.Encode(Points(text)));
        Assert.Equal(Points(text), Punycode.Decode(encoded));
    }

    [Fact]
    public void What_is_encoded_is_decoded_again()
    {
        var random = new Random(4711);
        for (var number = 0; number < 20_000; number++)
        {
            var points = Enumerable.Range(0, random.Next(1, 30)).Select(_ => random.Next(3) switch { 0 => random.Next('a', 'z'), 1 => random.Next(0x80, 0x500), _ => random.Next(0x80, 0x110000) }).ToList();
            Assert.Equal(points, Punycode.Decode(Punycode.Encode(points)));
        }
    }

    [Theory]
    [InlineData("bcher-kv")]
    [InlineData("99999a")]
    [InlineData("9999999999999999999999999999")]
    [InlineData("a-_")]
    public void What_is_no_Punycode_is_told(string text) => Assert.Null(Punycode.Decode(text));

    private static List<int> Points(string text) => [.. text.EnumerateRunes().Select(rune => rune.Value)];
}
