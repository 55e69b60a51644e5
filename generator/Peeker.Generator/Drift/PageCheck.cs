using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Holds one page against the specification.</summary>
internal static class PageCheck
{
    public static IReadOnlyList<DriftFinding> Of(Contract contract, Page page)
    {
        var found = new List<DriftFinding>();
        BaseUrl(contract, page, found);
        foreach (var section in page.Sections)
        {
            var check = new SectionCheck(contract, page, section, found);
            ExampleCheck.Of(check);
            FragmentCheck.Of(check);
            TableCheck.Of(check);
            TextCheck.Of(check);
            PhraseCheck.Of(check);
        }

        return [.. found.Distinct().OrderBy(f => f.Line)];
    }

    private static void BaseUrl(Contract contract, Page page, List<DriftFinding> found)
    {
        var host = new Uri(contract.Server).Host;
        var address = new Regex($@"\b\w+://{Regex.Escape(host)}[^\s""'`<>)]*");
        for (var i = 0; i < page.Lines.Count; i++)
            foreach (Match match in address.Matches(page.Lines[i]))
                if (!match.Value.StartsWith(contract.Server, StringComparison.Ordinal)) found.Add(new(DriftKind.BaseUrl, page.Name, i + 1, null, match.Value, contract.Server));
    }
}
