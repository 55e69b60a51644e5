namespace Peeker;

/// <summary>Names that a brand might send from, to be asked for with <see cref="DomainsClient"/>. Nothing is known about them but that they are valid root domains.</summary>
/// <remarks>The words that are put to a brand are an assumption of ours, not Peeker's advice. The guide is docs/domain-names.md.</remarks>
public static class DomainCandidates
{
    /// <summary>
    /// Root domains made of a brand: suffix by suffix, first the brand as one word, then its words with hyphens, then with a word before or after it. No name comes
    /// twice, and the same input gives the same names in the same order. They are made as they are asked for; take as many as are needed.
    /// </summary>
    /// <param name="brand">The brand as it is written, such as <c>Söhne &amp; Co</c>. Letters lose their marks; ä, ö and ü are also written ae, oe and ue, and ligatures are taken apart.</param>
    /// <param name="options">Suffixes and words; null for those of <see cref="DomainCandidateOptions"/>.</param>
    /// <exception cref="ArgumentException">The brand has no Latin letter or digit, or more than 63 of them, or a letter of another script, without which it would be another brand; or an option holds what no name can be made of.</exception>
    public static IEnumerable<DomainName> From(string brand, DomainCandidateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(brand);
        options ??= new();
        options.Validate();
        var spellings = BrandSpelling.Of(brand);
        if (spellings.Count == 0) throw new ArgumentException("The brand has no Latin letter and no digit, or a letter that has no Latin form. Give it as it is written in Latin letters.", nameof(brand));
        if (spellings.All(spelling => spelling.Joined.Length > 63))
            throw new ArgumentException("The brand has more than 63 letters and digits, the most that a label may have. Give a shorter form of it.", nameof(brand));
        return Names(spellings, options);
    }

    private static IEnumerable<DomainName> Names(IReadOnlyList<BrandSpelling> spellings, DomainCandidateOptions options)
    {
        var known = new HashSet<DomainName>();
        foreach (var suffix in options.Suffixes)
        {
            foreach (var label in spellings.SelectMany(spelling => Labels(spelling, options)))
            {
                if (DomainName.TryParse($"{label}.{suffix}", out var name) && known.Add(name)) yield return name;
            }
        }
    }

    private static IEnumerable<string> Labels(BrandSpelling spelling, DomainCandidateOptions options)
    {
        yield return spelling.Joined;
        yield return spelling.Hyphenated;
        for (var at = 0; at < Math.Max(options.Before.Count, options.After.Count); at++)
        {
            if (at < options.Before.Count) yield return options.Before[at] + spelling.Joined;
            if (at < options.After.Count) yield return spelling.Joined + options.After[at];
        }
    }
}
