using System.Buffers;

namespace Peeker.Sandbox.Domains;

/// <summary>The form of a root domain. Written apart from the SDK's own normalisation, as a second opinion.</summary>
internal static class DomainText
{
    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    // Registries that sell names below a second label; the sandbox needs the common ones, not the whole list.
    private static readonly HashSet<string> TwoLabelSuffixes = new(StringComparer.Ordinal)
    {
        "co.uk", "org.uk", "me.uk", "com.au", "net.au", "co.nz", "co.za", "com.br", "com.mx", "co.jp", "co.in", "com.tr", "com.sg",
    };

    /// <summary>Lower case without a trailing dot; null for what is no domain.</summary>
    public static string? Normalise(string text)
    {
        var name = text.Trim().TrimEnd('.');
        if (name.Length is 0 or > 253) return null;
        var (start, labels, lastIsNumber) = (0, 0, false);
        while (start <= name.Length)
        {
            var end = name.IndexOf('.', start);
            if (end < 0) end = name.Length;
            var label = name.AsSpan(start, end - start);
            if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-' || label.ContainsAnyExcept(Letters)) return null;
            lastIsNumber = !label.ContainsAnyExceptInRange('0', '9');
            labels++;
            start = end + 1;
        }

        return labels >= 2 && !lastIsNumber ? name.ToLowerInvariant() : null;
    }

    public static bool IsRoot(string name)
    {
        var last = name.LastIndexOf('.');
        var second = name.LastIndexOf('.', last - 1);
        if (second < 0) return !TwoLabelSuffixes.Contains(name);
        return TwoLabelSuffixes.Contains(name[(second + 1)..]) && name.LastIndexOf('.', second - 1) < 0;
    }
}
