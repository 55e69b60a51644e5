namespace Peeker.Tests.Domains.Names;

/// <summary>The code of docs/domain-names.md, run. <see cref="DomainNamesGuidePageTests"/> sees to it that the page holds no other.</summary>
public sealed class DomainNamesGuideTests
{
    private Page Console { get; } = new();

    private IReadOnlyList<string> Lines => Console.Lines;

    [Fact]
    public void A_name_is_parsed()
    {
        var name = DomainName.Parse("B\u00FCcher.DE.");
        Console.WriteLine(name);           // xn--bcher-kva.de
        Console.WriteLine(name.Unicode);   // bücher.de
        Assert.Equal(["xn--bcher-kva.de", "b\u00FCcher.de"], Lines);
    }

    [Theory]
    [InlineData("Acme.com", "acme.com")]
    [InlineData("com", "This is a public suffix, under which names are registered. Give a name under it: acme.com, not com.")]
    public void A_name_is_tried(string typed, string line)
    {
        if (!DomainName.TryParse(typed, out var domain, out var problem))
            Console.WriteLine($"{problem.Message} {problem.Remedy}");
        else
            Console.WriteLine(domain.Value);
        Assert.Equal([line], Lines);
    }

    [Fact]
    public void A_suggestion_is_taken()
    {
        var root = DomainName.TryParse("mail.acme.co.uk", out var given, out var why) ? given : DomainName.Parse(why.Suggestion!);
        Console.WriteLine(root);   // acme.co.uk
        Assert.Equal(["acme.co.uk"], Lines);
    }

    [Fact]
    public void An_ambiguous_name_has_an_A_label()
    {
        if (!DomainName.TryParse("fa\u00DF.de", out _, out var ambiguous))
            Console.WriteLine(ambiguous.Suggestion);                     // xn--fa-hia.de
        Console.WriteLine(DomainName.Parse("xn--fa-hia.de").Unicode);   // faß.de
        Assert.Equal(["xn--fa-hia.de", "fa\u00DF.de"], Lines);
    }

    [Fact]
    public void Candidates_are_made_of_a_brand()
    {
        var candidates = DomainCandidates.From("Söhne & Co", new() { Suffixes = ["com", "net"] }).Take(5);
        Console.WriteLine(string.Join(' ', candidates));   // sohneandco.com sohne-and-co.com getsohneandco.com sohneandcohq.com trysohneandco.com
        Assert.Equal(["sohneandco.com sohne-and-co.com getsohneandco.com sohneandcohq.com trysohneandco.com"], Lines);
    }

    private sealed class Page
    {
        public List<string> Lines { get; } = [];

        public void WriteLine(object? line) => Lines.Add($"{line}");
    }
}
