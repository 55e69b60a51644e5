using System.Text.Json;
using System.Text.RegularExpressions;
using Peeker.Generator.Lint;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Tests.Lint;

public sealed class LintTests
{
    private static readonly string Current = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");
    private static readonly string Small = Path.Combine(AppContext.BaseDirectory, "small.yaml");

    public static IEnumerable<object[]> Broken => Breakage.All.Select((breakage, index) => new object[] { index, breakage.Rule });

    [Fact]
    public void The_specification_breaks_no_rule_and_every_assumption_is_listed()
    {
        var report = LintReport.Of(Specification.Parse(File.ReadAllText(Current)));
        Assert.Empty(report.Findings);
        var marked = File.ReadAllLines(Current).Select((text, index) => (text, line: index + 1)).Where(l => Regex.IsMatch(l.text, @"^\s+x-assumption: ")).Select(l => l.line);
        Assert.Equal(marked, report.Assumptions.Select(assumption => assumption.Line).Order());
    }

    [Fact]
    public void The_small_specification_breaks_no_rule() => Assert.Empty(Check(File.ReadAllText(Small)));

    [Theory, MemberData(nameof(Broken))]
    public void A_broken_rule_is_reported_and_only_that(int index, string rule)
    {
        var breakage = Breakage.All[index];
        var found = Assert.Single(Check(Edit.Replace(File.ReadAllText(Small), breakage.Now, breakage.Then, breakage.After, out var line)));
        Assert.Equal((rule, line + breakage.Down), (found.Rule, found.Line));
        Assert.StartsWith("#", found.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_document_that_breaks_it() =>
        Assert.Equal(LintRule.All.Select(rule => rule.Id).Order(), Breakage.All.Select(breakage => breakage.Rule).Distinct().Order());

    [Fact]
    public void The_unions_written_by_hand_are_those_that_the_build_leaves_out()
    {
        var targets = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Peeker.Generator.targets"));
        Assert.Equal(Regex.Match(targets, "ExcludedTypeNames:([^\"]+)").Groups[1].Value.Split(','), HandWritten.Schemas);
    }

    [Fact]
    public void The_command_tells_rule_line_pointer_and_remedy()
    {
        using var folder = new Folder();
        var file = folder.Write("small.yaml", Edit.Replace(File.ReadAllText(Small), "x-preset: limited", "x-preset: some", "", out var line));
        var human = new Call();
        Assert.Equal(1, human.Run("lint", file));
        Assert.Contains($"{file}:{line}: preset: POST /jobs/{{id}}/cancel without a preset (#/paths/~1jobs~1{{id}}~1cancel/post/x-preset). Say in x-preset", human.Output, StringComparison.Ordinal);
        Assert.Contains("assumption: Not in every example.", human.Output, StringComparison.Ordinal);

        var machine = new Call();
        Assert.Equal(1, machine.Run("lint", file, "--json"));
        using var report = JsonDocument.Parse(machine.Output);
        Assert.Equal("preset", Assert.Single(report.RootElement.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
        Assert.Equal(2, report.RootElement.GetProperty("assumptions").GetArrayLength());
        Assert.Equal(0, new Call().Run("lint", Current));
        Assert.Equal(2, new Call().Run("lint", folder.Path("none.yaml")));
    }

    private static IReadOnlyList<LintFinding> Check(string yaml) => LintReport.Of(Specification.Parse(yaml)).Findings;
}
