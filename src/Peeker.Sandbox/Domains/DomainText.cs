using System.Buffers;
using System.Globalization;
using System.Text;

namespace Peeker.Sandbox.Domains;

/// <summary>The form of a root domain. Written apart from the SDK's own normalisation, as a second opinion.</summary>
internal static class DomainText
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    // Registries that sell names below a second label; the sandbox needs the common ones, not the whole list.
    private static readonly HashSet<string> TwoLabelSuffixes = Below(
        "uk co org me net ltd plc", "au com net org id", "nz co net org gen", "za co org net web", "br com net org", "mx com net org", "jp co ne or gr", "in co net org firm gen",
        "tr com net org", "sg com net org", "kr co ne or re", "cn com net org", "tw com net org", "hk com net org", "il co net org", "th co in or", "id co or web", "my com net org",
        "ph com net org", "ar com net org", "co com net nom", "pe com net org", "ua com net org", "ke co or ne", "ng com net org", "pk com net org", "es com nom org", "pl com net org");

    private static readonly IdnMapping Scripts = new() { UseStd3AsciiRules = true };

    /// <summary>Lower case, other scripts as A-labels, without a trailing dot; null for what is no domain.</summary>
    public static string? Normalise(string text)
    {
        var name = text.Trim();
        if (name.EndsWith('.')) name = name[..^1];
        if (!Ascii.IsValid(name))
        {
            // These become different names in different languages.
            if (name.AsSpan().ContainsAny("\u00DF\u03C2\u200C\u200D")) return null;
            try
            {
                name = Scripts.GetAscii(name.ToLowerInvariant().Normalize(NormalizationForm.FormC));
            }
            catch (ArgumentException)
            {
                return null;
            }
        }

        if (name.Length is 0 or > 253) return null;
        var (start, labels, lastIsNumber) = (0, 0, false);
        while (start <= name.Length)
        {
            var end = name.IndexOf('.', start);
            if (end < 0) end = name.Length;
            var label = name.AsSpan(start, end - start);
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || HasTag(label) || label.ContainsAnyExcept(Letters)) return null;
            lastIsNumber = !label.ContainsAnyExceptInRange('0', '9');
            labels++;
            start = end + 1;
        }

        return labels >= 2 && !lastIsNumber ? name.ToLowerInvariant() : null;
    }

    // Two hyphens in the third and fourth place are kept for A-labels.
    private static bool HasTag(ReadOnlySpan<char> label) => label.Length > 3 && label[2] == '-' && label[3] == '-' && !label.StartsWith("xn--", StringComparison.OrdinalIgnoreCase);

    private static HashSet<string> Below(params string[] countries) =>
        [.. countries.Select(static line => line.Split(' ')).SelectMany(static words => words.Skip(1).Select(second => $"{second}.{words[0]}"))];

    public static bool IsRoot(string name)
    {
        var last = name.LastIndexOf('.');
        var second = name.LastIndexOf('.', last - 1);
        if (second < 0) return !TwoLabelSuffixes.Contains(name);
        return TwoLabelSuffixes.Contains(name[(second + 1)..]) && name.LastIndexOf('.', second - 1) < 0;
    }
}
