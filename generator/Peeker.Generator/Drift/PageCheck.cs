using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Holds one page against the specification.</summary>
internal static partial class PageCheck
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
        bool IsOperation(string path) => contract.Operations.Any(operation => operation.Match(path) is not null);
        for (var i = 0; i < page.Lines.Count; i++)
        {
            foreach (var address in Address().Matches(page.Lines[i]).Select(match => match.Value.TrimEnd('.', ',', ';', ':')))
                if (!contract.Server.Begins(address) && contract.Server.IsCall(address, IsOperation)) found.Add(new(DriftKind.BaseUrl, page.Name, i + 1, null, address, contract.Server.Text));
        }
    }

    [GeneratedRegex("""\bhttps?://[^\s"'`<>)\\|]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
