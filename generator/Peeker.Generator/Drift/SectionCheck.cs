namespace Peeker.Generator.Drift;

/// <summary>What the checks of one section share: the specification, the operations it is about, and where findings go.</summary>
internal sealed class SectionCheck
{
    private readonly Page _page;
    private readonly List<DriftFinding> _found;

    public SectionCheck(Contract contract, Page page, Section section, List<DriftFinding> found)
    {
        (Contract, _page, Section, _found) = (contract, page, section, found);
        Calls = [.. section.Blocks.OfType<Fence>().Where(IsShell).SelectMany(fence => Own(fence).Select(call => (fence, call, contract.Find(call.Method, Mentions.Tail(call.Url)))))];
        Operations = Named(section);
        Path = string.Join(" > ", Up(section).Select(s => s.Title).Reverse());
    }

    public Contract Contract { get; }

    public Section Section { get; }

    /// <summary>Titles of the section and of those above it.</summary>
    public string Path { get; }

    /// <summary>Operations of the section; those of the sections above it if it names none.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<(Fence Fence, Curl Call, Operation? Operation)> Calls { get; }

    public bool IsOfWebhooks => Path.Contains("webhook", StringComparison.OrdinalIgnoreCase) || _page.Name.Contains("webhook", StringComparison.OrdinalIgnoreCase);

    public static bool IsShell(Fence fence) => fence.Language is "bash" or "sh" or "shell" or "zsh" or "curl" or "console";

    /// <summary>The operations that a text names, else those of the section.</summary>
    public IReadOnlyList<Operation> About(string text)
    {
        List<Operation> named = [.. Contract.Named(text).Select(m => Contract.Find(m.Method, m.Path)).OfType<Operation>().Distinct()];
        return named.Count > 0 ? named : Operations;
    }

    public void Report(string kind, int line, object? operation, string docs, string specification) =>
        _found.Add(new(kind, _page.Name, line, operation?.ToString(), docs, specification));

    /// <param name="offset">Line of the page that stands before the first line of the value.</param>
    public void Report(IEnumerable<Difference> differences, int offset, object? operation)
    {
        foreach (var difference in differences) Report(difference.Kind, offset + difference.Line, operation, difference.Docs, difference.Specification);
    }

    private List<Operation> Named(Section section)
    {
        foreach (var here in Up(section))
        {
            // A call that is shown says more than one that is only spoken of, and so does a title.
            var calls = here.Blocks.OfType<Fence>().Where(IsShell).SelectMany(Own).Select(call => Contract.Find(call.Method, Mentions.Tail(call.Url)));
            var title = Contract.Named(here.Title).Select(m => Contract.Find(m.Method, m.Path));
            var prose = here.Blocks.OfType<Prose>().SelectMany(p => Contract.Named(p.Text)).Select(m => Contract.Find(m.Method, m.Path));
            foreach (var source in new[] { calls, title, prose })
                if (source.OfType<Operation>().Distinct().ToList() is { Count: > 0 } found) return found;
        }

        return [];
    }

    // A call of somebody else's API is not one of this.
    private IEnumerable<Curl> Own(Fence fence) => Curl.Read(fence.Text).Where(call => !Contract.Server.IsForeign(call.Url));

    private static IEnumerable<Section> Up(Section? section)
    {
        for (; section is not null; section = section.Parent) yield return section;
    }
}
