using System.Text.Json;
using Peeker.Generator.Diff;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Tests.Diff;

public sealed class DiffTests
{
    private static readonly string Current = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");
    private static readonly string Text = File.ReadAllText(Current);

    private static readonly Specification Parsed = Specification.Parse(Text);

    public static TheoryData<string> Rows => [.. History.Shown.Select(row => row.Name)];

    [Theory, MemberData(nameof(Rows))]
    public void A_change_of_the_history_is_classified(string name)
    {
        var row = History.Shown.Single(r => r.Name == name);
        var old = row.Undo.Aggregate(Text, (text, undo) => undo.Apply(text));
        Assert.Equal(row.Expected, DocumentDiff.Of(Specification.Parse(old), Parsed).Select(change => (change.Class, change.Section, change.Where)));
    }

    [Fact]
    public void All_changes_of_the_history_at_once_are_the_sum_of_them()
    {
        // Two rows edit the same lines.
        var rows = History.Shown.Where(row => row.Name != "customer of an order: other name").ToList();
        var old = rows.SelectMany(row => row.Undo).Aggregate(Text, (text, undo) => undo.Apply(text));
        var found = DocumentDiff.Of(Specification.Parse(old), Parsed);
        Assert.Equal(
            rows.SelectMany(row => row.Expected).Select(e => $"{e.Class} {e.Section} {e.Where}").Distinct().Order(),
            found.Select(change => $"{change.Class} {change.Section} {change.Where}").Distinct().Order());
        Assert.Equal("minor", VersionStep.Of(found, beforeFirst: true));
        Assert.Equal("major", VersionStep.Of(found, beforeFirst: false));
    }

    [Fact]
    public void The_specification_and_itself_differ_in_nothing()
    {
        var call = new Call();
        Assert.Equal(0, call.Run("diff", Current, Current));
        Assert.Equal("0 change(s): 0 breaking, 0 additive, 0 wording only. Step of the version: none, before 1.0.\n", call.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_was_left_out_has_a_reason() => Assert.All(History.LeftOut, row => Assert.NotEmpty(row.Reason));

    [Fact]
    public void The_command_tells_class_step_and_entry()
    {
        using var folder = new Folder();
        var old = folder.Write("old.yaml", Text.Replace("          maxItems: 25\n", "", StringComparison.Ordinal));
        var call = new Call();
        Assert.Equal(1, call.Run("diff", old, Current, "--current", "2.1.0", "--json"));
        using var result = JsonDocument.Parse(call.Output);
        Assert.Equal("major", result.RootElement.GetProperty("step").GetString());
        var changes = result.RootElement.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("class").GetString()}: {change.GetProperty("where").GetString()}");
        Assert.Equal(["breaking: ForwardingRequest.Domains", "breaking: ImportRequest.Domains"], changes);
        Assert.Contains("- **Breaking:** `ImportRequest.Domains`: its greatest number of items is `25`; there was none.", result.RootElement.GetProperty("entry").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, new Call().Run("diff", Current, folder.Write("new.yaml", Text.Replace("maxItems: 50", "maxItems: 60", StringComparison.Ordinal))));
        Assert.Equal(2, new Call().Run("diff", Current, folder.Path("none.yaml")));
    }
}
