namespace Peeker.Tests.Domains.Names;

public sealed class DomainCandidatesTests
{
    private static readonly DomainCandidateOptions Few = new() { Suffixes = ["com", "co.uk"], Before = ["get", "try"], After = ["hq"] };

    [Theory]
    [InlineData("Acme", "acme.com getacme.com acmehq.com tryacme.com acme.co.uk getacme.co.uk acmehq.co.uk tryacme.co.uk")]
    [InlineData("Acme Mail!", "acmemail.com acme-mail.com getacmemail.com acmemailhq.com tryacmemail.com acmemail.co.uk acme-mail.co.uk getacmemail.co.uk acmemailhq.co.uk tryacmemail.co.uk")]
    public void Names_come_in_their_order(string brand, string names) => Assert.Equal(names.Split(' '), DomainCandidates.From(brand, Few).Select(name => name.Value));

    [Theory]
    [InlineData("S\u00F6hne & Co", "sohneandco.com sohne-and-co.com soehneandco.com soehne-and-co.com")]
    [InlineData("O\u2019Neill", "oneill.com")]
    [InlineData("Caf\u00E9 Stra\u00DFe", "cafestrasse.com cafe-strasse.com")]
    [InlineData("Cafe\u0301", "cafe.com")]
    [InlineData("\u00C6r\u00F8", "aero.com")]
    [InlineData("\u0130\u015F Bank", "isbank.com is-bank.com")]
    [InlineData("3M", "3m.com")]
    [InlineData("\u0126amrun", "hamrun.com")]
    [InlineData("B\u0259hram", "behram.com")]
    [InlineData("\uFB01x", "fix.com")]
    [InlineData("\u0132s", "ijs.com")]
    [InlineData("\uFF21cme", "acme.com")]
    [InlineData("\u00B5Torrent", "utorrent.com")]
    [InlineData("--Acme--", "acme.com")]
    [InlineData("ab--cd", "abcd.com ab-cd.com")]
    public void A_brand_is_written_in_ASCII(string brand, string names) =>
        Assert.Equal(names.Split(' '), DomainCandidates.From(brand, new() { Suffixes = ["com"], Before = [], After = [] }).Select(name => name.Value));

    [Fact]
    public void Names_are_valid_and_none_comes_twice()
    {
        foreach (var text in NameTable.Texts.Take(5000))
        {
            if (BrandSpelling.Of(text) is not [{ Joined.Length: <= 63 }, ..]) continue;
            var names = DomainCandidates.From(text, new() { Suffixes = ["com", "COM", "com."], Before = ["get", "GET"], After = ["-hq", "hq"] }).Select(name => name.Value).ToList();
            Assert.NotEmpty(names);
            Assert.Equal(names.Distinct(), names);
            Assert.All(names, name => Assert.Equal(name, DomainName.Parse(name).Value));
        }
    }

    [Fact]
    public void A_label_that_gets_too_long_is_left_out() =>
        Assert.Equal([new string('a', 62) + ".com"], DomainCandidates.From(new string('a', 62), new() { Suffixes = ["com"] }).Select(name => name.Value).Take(3));

    [Theory]
    [InlineData("")]
    [InlineData("\u65E5\u672C")]
    [InlineData("...")]
    [InlineData("\u0405ony")]
    [InlineData("\u65E5\u672C Tools")]
    public void A_brand_without_a_Latin_letter_is_refused_at_once(string brand) => Assert.Equal("brand", Assert.Throws<ArgumentException>(() => DomainCandidates.From(brand)).ParamName);

    [Fact]
    public void What_no_name_can_be_made_of_is_refused_at_once()
    {
        Assert.Equal("brand", Assert.Throws<ArgumentException>(() => DomainCandidates.From(new string('a', 64))).ParamName);
        Assert.Equal("Suffixes", Assert.Throws<ArgumentException>(() => DomainCandidates.From("Acme", new() { Suffixes = ["acme.com"] })).ParamName);
        Assert.Equal("Before", Assert.Throws<ArgumentException>(() => DomainCandidates.From("Acme", new() { Before = ["-get"] })).ParamName);
        Assert.Equal("After", Assert.Throws<ArgumentException>(() => DomainCandidates.From("Acme", new() { After = [""] })).ParamName);
    }
}
