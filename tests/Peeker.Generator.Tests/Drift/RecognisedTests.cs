using System.Text.Json;

namespace Peeker.Generator.Tests.Drift;

/// <summary>Silence about what could not be read is no success.</summary>
public sealed class RecognisedTests
{
    private const string Shown = "# Page\n\n```bash\ncurl https://api.peeker.ai/partner/v1/me\n```\n\n| Event | When |\n| --- | --- |\n| `order.completed` | done |\n";
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "peeker.yaml");

    [Fact]
    public void A_folder_without_pages_is_a_wrong_call()
    {
        using var folder = new Folder();
        folder.Write("page.html", "<html></html>");
        var call = new Call();
        Assert.Equal((2, ""), (call.Run("drift", Path.GetDirectoryName(folder.Path("page.html"))!, "--spec", Specification), call.Output));
        Assert.Contains("There is no page", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body><h1>404 Not Found</h1></body></html>\n")]
    public void A_page_of_which_nothing_was_recognised_is_named(string text)
    {
        using var folder = new Folder();
        var empty = folder.Write("empty.mdx", text);
        var alone = new Call();
        Assert.Equal(2, alone.Run("drift", empty, "--spec", Specification));
        Assert.Contains("Nothing was recognised on any page", alone.Error, StringComparison.Ordinal);
        var beside = new Call();
        Assert.Equal(0, beside.Run("drift", empty, folder.Write("page.md", Shown), "--spec", Specification));
        Assert.Contains($"{empty}: nothing was recognised", beside.Output, StringComparison.Ordinal);
        Assert.Contains("2 page(s) with 1 example(s), 1 table(s), 1 operation(s), 1 event(s): nothing drifted", beside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_counts_are_in_the_JSON()
    {
        using var folder = new Folder();
        var call = new Call();
        Assert.Equal(0, call.Run("drift", folder.Write("page.md", Shown), "--spec", Specification, "--json"));
        using var result = JsonDocument.Parse(call.Output);
        var page = result.RootElement.GetProperty("pages")[0];
        Assert.Equal([1, 1, 1, 1], ((string[])["examples", "tables", "operations", "events"]).Select(name => page.GetProperty(name).GetInt32()));
    }

    [Fact]
    public void A_page_may_be_indented_by_tabs()
    {
        var found = Assert.Single(Pages.Check("page.mdx", "# Page\n\n<AccordionGroup>\n  <Accordion title=\"x\" defaultOpen>\n\t```bash cURL\n\tcurl \"https://api.peeker.ai/partner/v1/nope\"\n\t```\n  </Accordion>\n</AccordionGroup>\n"));
        Assert.Equal(("unknown-path", 6), (found.Kind, found.Line));
    }
}
