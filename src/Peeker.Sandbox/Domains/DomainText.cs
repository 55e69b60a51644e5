namespace Peeker.Sandbox.Domains;

/// <summary>The form of a root domain. Written apart from the SDK's own normalisation, as a second opinion.</summary>
internal static class DomainText
{
    // Registries that sell names below a second label; the sandbox needs the common ones, not the whole list.
    private static readonly HashSet<string> TwoLabelSuffixes = new(StringComparer.Ordinal)
    {
        "co.uk", "org.uk", "me.uk", "com.au", "net.au", "co.nz", "co.za", "com.br", "com.mx", "co.jp", "co.in", "com.tr", "com.sg",
    };

    /// <summary>Lower case without a trailing dot; null for what is no domain.</summary>
    public static string? Normalise(string text)
    {
        var name = text.Trim().TrimEnd('.').ToLowerInvariant();
        var labels = name.Split('.');
        return name.Length is > 0 and <= 253 && labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) ? name : null;
    }

    public static bool IsRoot(string name)
    {
        var labels = name.Split('.');
        return labels.Length == (TwoLabelSuffixes.Contains(string.Join('.', labels[^2..])) ? 3 : 2);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-');
}
