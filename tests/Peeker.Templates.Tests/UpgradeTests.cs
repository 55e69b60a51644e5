using System.Security.Cryptography;

namespace Peeker.Templates.Tests;

/// <summary>What an upgrade of NSwag breaks, by the name of the template.</summary>
public sealed class UpgradeTests
{
    private static readonly Models NSwag = new();

    public static TheoryData<string> Templates => [.. Models.Forks.Select(fork => fork.Template)];

    [Fact]
    public void Every_template_of_ours_stands_in_for_one_of_NSwag() =>
        Assert.Equal(Models.Forks.Select(fork => fork.Template).Order(), Directory.GetFiles(Built.Templates, "*.liquid").Select(file => Path.GetFileName(file)).Order());

    [Theory, MemberData(nameof(Templates))]
    public void NSwag_asks_for_the_template_and_hands_it_what_it_reads(string template)
    {
        var fork = Models.Forks.Single(f => f.Template == template);
        Assert.True(NSwag.Stock(fork.Assembly, template) is not null, $"{template}: this NSwag has no template of that name, so ours is never used");
        var model = NSwag.Model(fork.Assembly, fork.Model);
        Assert.True(model is not null, $"{template}: this NSwag has no {fork.Model}");
        var use = TemplateUse.Of(template, File.ReadAllText(Path.Combine(Built.Templates, template)), model);
        Assert.True(use.Problems.Count == 0, string.Join('\n', use.Problems));
        Assert.True(use.Looked > 2, $"{use.Looked} members were looked up");
    }

    [Fact]
    public void The_templates_of_NSwag_are_those_that_ours_were_held_against()
    {
        // A change there may be one that ours should follow. The file names the template.
        var now = string.Concat(Models.Forks.Select(fork => $"{fork.Template} {Convert.ToHexStringLower(SHA256.HashData(NSwag.Stock(fork.Assembly, fork.Template) ?? []))}\n"));
        var problem = Approval.Check("nswag.txt", now);
        Assert.True(problem is null, problem);
    }

    [Theory]
    [InlineData("Client.Class.liquid", "{{ o.Summary }}", "{{ o.Abstract }}", "CSharpOperationModel of this NSwag has no Abstract")]
    [InlineData("Client.Class.liquid", "in Operations -%}", "in Calls -%}", "CSharpClientTemplateModel of this NSwag has no Calls")]
    [InlineData("Client.Class.liquid", "p.Schema.ActualSchema.Pattern", "p.Schema.ActualSchema.Regex", "JsonSchema of this NSwag has no Regex")]
    [InlineData("Class.liquid", "p.IsNullable", "p.MayBeNull", "PropertyModel of this NSwag has no MayBeNull")]
    [InlineData("Enum.liquid", "{{ e.Value }}", "{{ e.Text }}", "EnumerationItemModel of this NSwag has no Text")]
    [InlineData("File.liquid", "{{ Clients }}", "{{ AllClients }}", "CSharpFileTemplateModel of this NSwag has no AllClients")]
    public void A_member_that_is_called_otherwise_names_the_template(string template, string now, string then, string problem)
    {
        var fork = Models.Forks.Single(f => f.Template == template);
        var text = File.ReadAllText(Path.Combine(Built.Templates, template));
        var at = text.IndexOf(now, StringComparison.Ordinal);
        Assert.True(at >= 0, now);
        var broken = string.Concat(text.AsSpan(0, at), then, text.AsSpan(at + now.Length));
        Assert.Equal($"{template}:{text.AsSpan(0, at).Count('\n') + 1}: {problem}", TemplateUse.Of(template, broken, NSwag.Model(fork.Assembly, fork.Model)!).Problems[0]);
    }

    [Fact]
    public void What_a_text_a_filter_or_a_variable_says_is_no_member()
    {
        var use = TemplateUse.Of("t", "{% assign a = Length | append: \"o.Gone\" %}{% capture b %}{{ a.gone }}{% endcapture %}{% if b == \"Gone\" and Length > 1 %}{{ forloop.index0 | plus: 1 }}{% endif %}", typeof(string));
        Assert.Empty(use.Problems);
        Assert.Equal(2, use.Looked);
    }
}
