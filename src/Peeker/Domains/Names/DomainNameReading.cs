namespace Peeker;

/// <summary>The checks of a name, in their order.</summary>
internal static class DomainNameReading
{
    public static DomainNameProblem? Read(string text, out string value)
    {
        value = text.ToLowerInvariant().TrimEnd('.');
        return value.Length > 0 ? null : new(DomainNameProblemCode.Empty, "The name of the domain is empty.", "Give a root domain, such as acme.com.");
    }
}
