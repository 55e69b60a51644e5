using System.IO.Enumeration;

namespace Peeker.Benchmarks.Measuring;

/// <summary>Globs over the names of sections, as <c>--filter</c> takes them.</summary>
internal sealed class Filter(IReadOnlyList<string> globs)
{
    public bool Takes(ISection section, bool quick) => globs.Any(glob =>
        FileSystemName.MatchesSimpleExpression(glob, section.Name) && (glob != "*" || !quick || !section.IsLong));
}
