namespace Peeker.Sandbox.Specification;

/// <summary>The format <c>email</c>: something of the usual characters, an at sign, and a name with a dot. No mailbox is asked.</summary>
internal static class EmailAddress
{
    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || text.Length > 254) return false;
        var (local, labels) = (text[..at].Split('.'), text[(at + 1)..].Split('.'));
        return Array.TrueForAll(local, part => part.Length > 0 && part.All(character => char.IsLetterOrDigit(character) || "!#$%&'*+-/=?^_`{|}~".Contains(character)))
            && labels.Length > 1 && Array.TrueForAll(labels, IsLabel) && char.IsLetter(labels[^1][0]) && char.IsLetter(labels[^1][^1]);
    }

    private static bool IsLabel(string label) =>
        label.Length > 0 && char.IsLetterOrDigit(label[0]) && char.IsLetterOrDigit(label[^1]) && label.All(character => char.IsLetterOrDigit(character) || character == '-');
}
