namespace Peeker.Sandbox.Specification;

/// <summary>The format <c>email</c>: something, an at sign, and a name with a dot. No mailbox is asked.</summary>
internal static class EmailAddress
{
    public static bool IsValid(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == text.LastIndexOf('@') && text.Length <= 254 && !text.Any(char.IsWhiteSpace)
            && text.IndexOf('.', at) is > 0 and var dot && dot > at + 1 && !text.EndsWith('.');
    }
}
