using Peeker.Generator.Drift;

namespace Peeker.Generator.Tests.Drift;

public sealed class DriftTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Pages.Folder).Select(file => Path.GetFileName(file)!)];

    public static TheoryData<string> Rows => [.. History.Shown.Select(change => change.Row)];

    [Theory, MemberData(nameof(Names))]
    public void A_page_that_agrees_reports_nothing(string name) => Assert.Empty(Pages.Check(name, Pages.Text(name)));

    [Fact]
    public void The_pages_show_every_operation_of_the_specification()
    {
        var shown = Directory.GetFiles(Pages.Folder)
            .SelectMany(file => PageReader.Read(file, File.ReadAllText(file)).Sections)
            .SelectMany(section => section.Blocks.OfType<Fence>()).Where(SectionCheck.IsShell)
            .SelectMany(fence => Curl.Read(fence.Text)).Select(call => Pages.Contract.Find(call.Method, Mentions.Tail(call.Url)));
        Assert.Equal(29, Pages.Contract.Operations.Count);
        Assert.Empty(Pages.Contract.Operations.Except(shown.OfType<Operation>()));
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_change_that_is_undone_is_reported_and_only_that(string row)
    {
        var change = History.Shown.Single(c => c.Row == row);
        var text = Pages.Text(change.Page);
        var old = PageEdit.Undo(text, change);
        var line = PageEdit.Line(text, change);

        var expected = change.Findings.Select(f => (f.Kind, Line: line + f.Down, f.Operation, f.Docs)).OrderBy(f => f.Docs, StringComparer.Ordinal);
        var found = Pages.Check(change.Page, old).Select(f => (f.Kind, f.Line, f.Operation, f.Docs)).OrderBy(f => f.Docs, StringComparer.Ordinal);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void At_least_fifteen_changes_show_and_the_others_have_a_reason()
    {
        Assert.True(History.Shown.Select(c => c.Row.Split(':')[0]).Distinct().Count() >= 15);
        Assert.All(History.LeftOut, row => Assert.NotEmpty(row.Reason));
    }

    [Fact]
    public void The_end_of_the_command_tells_whether_anything_drifted()
    {
        var specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");
        var call = new Call();
        Assert.Equal(0, call.Run("drift", Pages.Folder, "--spec", specification, "--json"));
        var page = Path.Combine(Directory.CreateTempSubdirectory().FullName, "old.md");
        File.WriteAllText(page, "Call `GET /quotes` first.");
        Assert.Equal(1, call.Run("drift", page, "--spec", specification, "--json"));
        Assert.Contains("\"kind\": \"unknown-path\"", call.Output, StringComparison.Ordinal);
        Assert.Equal(2, call.Run("drift", "no-such-page.md", "--spec", specification));
        Directory.Delete(Path.GetDirectoryName(page)!, true);
    }
}
