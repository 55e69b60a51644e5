namespace Peeker.Generator.Drift;

/// <summary>How much of a page could be held against the specification, so that silence about a page that could not be read is no success.</summary>
/// <param name="Examples">Blocks of shell with a call of the API, of JSON, and of OpenAPI.</param>
/// <param name="Tables">Tables.</param>
/// <param name="Operations">Operations that are called or named, each once.</param>
/// <param name="Events">Event types that are named, each once.</param>
internal sealed record Recognised(int Examples, int Tables, int Operations, int Events)
{
    public bool IsNothing => Examples + Tables + Operations + Events == 0;

    public static Recognised Of(Contract contract, Page page)
    {
        var blocks = page.Sections.SelectMany(section => section.Blocks).ToList();
        var fences = blocks.OfType<Fence>().ToList();
        var calls = fences.Where(SectionCheck.IsShell).Select(fence => Curl.Read(fence.Text).Where(call => !contract.Server.IsForeign(call.Url)).ToList()).Where(shown => shown.Count > 0).ToList();
        var called = calls.SelectMany(shown => shown).Select(call => contract.Find(call.Method, Mentions.Tail(call.Url)));
        var named = page.Lines.SelectMany(contract.Named).Select(mention => contract.Find(mention.Method, mention.Path));
        return new(
            calls.Count + fences.Count(fence => ExampleCheck.IsJson(fence) || FragmentCheck.IsFragment(fence)),
            blocks.OfType<Table>().Count(),
            called.Concat(named).OfType<Operation>().Distinct().Count(),
            contract.Events.Keys.Count(type => page.Lines.Any(line => line.Contains(type, StringComparison.Ordinal))));
    }

    public static Recognised operator +(Recognised one, Recognised other) =>
        new(one.Examples + other.Examples, one.Tables + other.Tables, one.Operations + other.Operations, one.Events + other.Events);
}
