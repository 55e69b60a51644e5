using System.Text.RegularExpressions;
using Peeker.Generator.Specifications;

namespace Peeker.Generator.Drift;

/// <summary>Holds one page against the specification.</summary>
internal static partial class PageCheck
{
    private static readonly Action<SectionCheck>[] Parts = [ExampleCheck.Of, FragmentCheck.Of, TableCheck.Of, TextCheck.Of, PhraseCheck.Of];

    public static IReadOnlyList<DriftFinding> Of(Contract contract, Page page)
    {
        var found = new List<DriftFinding>();
        BaseUrl(contract, page, found);
        foreach (var section in page.Sections)
        {
            var check = new SectionCheck(contract, page, section, found);
            foreach (var part in Parts) Run(part, check, section);
        }

        return [.. found.Distinct().OrderBy(f => f.Line)];
    }

    // A page may hold anything; what one part cannot read costs neither the others nor the other pages.
    private static void Run(Action<SectionCheck> part, SectionCheck check, Section section)
    {
        try
        {
            part(check);
        }
        catch (Exception unexpected) when (unexpected is MalformedException or RegexMatchTimeoutException || UnreadableException.IsOfContent(unexpected))
        {
            check.Report(DriftKind.Unreadable, section.Blocks.FirstOrDefault()?.Line ?? 1, null, $"something under \"{section.Title}\" that cannot be read", "nothing of the kind");
        }
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
