namespace Peeker.Tests.Domains;

public sealed class NameSetTests
{
    [Fact]
    public void Names_are_known_again_however_they_are_written()
    {
        var names = new NameSet();
        Assert.True(names.Add("acme.com"));
        Assert.False(names.Add("ACME.com."));
        Assert.True(names.Add("dom_a"));
        Assert.True(names.Add("dom_A"));
        Assert.True(names.Add(new string('a', 1000)));
        Assert.False(names.Add(new string('A', 1000)));
        Assert.True(names.Add(""));
        Assert.False(names.Add(""));
    }

    [Fact]
    public void A_name_takes_no_more_memory_than_promised()
    {
        var names = new NameSet();
        var worst = 0.0;
        for (var number = 1; number <= 300_000; number++)
        {
            Assert.True(names.Add($"acme-{number}.com"));
            if (number >= 1000) worst = Math.Max(worst, (double)names.Bytes / number);
        }

        for (var number = 1; number <= 300_000; number++) Assert.False(names.Add($"acme-{number}.com"));
        Assert.InRange(worst, 8, 22);
    }

    [Theory]
    [InlineData("acme.com", "ACME.COM.", true)]
    [InlineData("acme.com", "acme.com..", false)]
    [InlineData("dom_a", "dom_A", false)]
    [InlineData("acme.com", "acme.net", false)]
    public void The_same_name_has_the_same_hash(string one, string other, bool same)
    {
        Assert.Equal(same, DomainNameComparer.Instance.Equals(one, other));
        if (same) Assert.Equal(DomainNameComparer.Instance.GetHashCode(one), DomainNameComparer.Instance.GetHashCode(other));
        var names = new NameSet();
        names.Add(one);
        Assert.Equal(!same, names.Add(other));
    }
}
