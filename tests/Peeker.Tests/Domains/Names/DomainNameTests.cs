namespace Peeker.Tests.Domains.Names;

public sealed class DomainNameTests
{
    [Fact]
    public void In_JSON_it_is_its_text_and_reading_checks_it()
    {
        var name = DomainName.Parse("B\u00FCcher.de");
        Assert.Equal("\"xn--bcher-kva.de\"", System.Text.Json.JsonSerializer.Serialize(name));
        Assert.Equal(name, System.Text.Json.JsonSerializer.Deserialize<DomainName>("\"b\u00FCcher.DE\""));
        Assert.Equal(name, Newtonsoft.Json.JsonConvert.DeserializeObject<DomainName>(Newtonsoft.Json.JsonConvert.SerializeObject(name)));
        Assert.Equal(default, System.Text.Json.JsonSerializer.Deserialize<DomainName>(System.Text.Json.JsonSerializer.Serialize(default(DomainName))));
        foreach (var wrong in new[] { "\"mail.acme.com\"", "1", "{}", "null" })
            Assert.Throws<System.Text.Json.JsonException>(() => System.Text.Json.JsonSerializer.Deserialize<DomainName>(wrong));
    }

    [Theory]
    [InlineData("https://acme.com:8080", DomainNameProblemCode.BadCharacter)]
    [InlineData("user:pw@acme.com:8080", DomainNameProblemCode.BadCharacter)]
    [InlineData("2001:db8::1", DomainNameProblemCode.IpAddress)]
    [InlineData("fa\u00DF.mail.acme.com", DomainNameProblemCode.Subdomain)]
    [InlineData("mail.fa\u00DF.com", DomainNameProblemCode.Ambiguous)]
    public void The_problem_told_is_the_one_to_mend(string text, DomainNameProblemCode code) =>
        Assert.Equal(code, DomainName.TryParse(text, out _, out var problem) ? default : problem.Code);

    [Fact]
    public void Names_that_are_written_differently_are_equal()
    {
        Assert.Equal(DomainName.Parse("b\u00FCcher.de"), DomainName.Parse("XN--BCHER-KVA.de."));
        Assert.NotEqual(DomainName.Parse("acme.com"), DomainName.Parse("acme.net"));
        Assert.Equal("xn--bcher-kva.de", DomainName.Parse("bu\u0308cher.de").ToString());
    }

    [Fact]
    public void No_name_is_empty_and_shows_nothing()
    {
        Assert.Equal(("", "", ""), (default(DomainName).Value, default(DomainName).Unicode, default(DomainName).ToString()));
        Assert.False(DomainName.TryParse(null, out _, out var problem));
        Assert.Equal(DomainNameProblemCode.Empty, problem.Code);
        Assert.Throws<ArgumentNullException>(() => DomainName.Parse(null!));
    }

    [Fact]
    public void What_is_refused_is_thrown_with_the_remedy()
    {
        var refused = Assert.Throws<PeekerDomainNameException>(() => DomainName.Parse("mail.acme.com"));
        Assert.Equal((DomainNameProblemCode.Subdomain, "acme.com"), (refused.Problem.Code, refused.Problem.Suggestion));
        Assert.Equal("This is a subdomain; only root domains are taken. Give the root, acme.com.", refused.Message);
        Assert.Null(refused.Operation);
    }

    [Theory]
    [InlineData("jane.roe@example.com")]
    [InlineData("pk_live_0123456789abcdef")]
    [InlineData("whsec_live_example")]
    [InlineData("jane.roe..example.com")]
    public void What_is_refused_is_not_repeated(string text)
    {
        var message = Assert.Throws<PeekerDomainNameException>(() => DomainName.Parse(text)).ToString();
        Assert.All(text.Split('.', '@', '_').Where(part => part.Length > 3), part => Assert.DoesNotContain(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_and_a_suggestion_are_read_as_themselves()
    {
        foreach (var text in NameTable.Texts)
        {
            var name = DomainName.TryParse(text, out var read, out var problem) ? read.Value : problem.Suggestion;
            if (name is not null) Assert.Equal(name, DomainName.Parse(name).Value);
        }
    }

    [Fact]
    public void A_lone_half_of_a_surrogate_pair_is_refused()
    {
        Assert.False(DomainName.TryParse("ac\uD800me.com", out _, out var problem));
        Assert.Equal(DomainNameProblemCode.BadCharacter, problem.Code);
    }
}
