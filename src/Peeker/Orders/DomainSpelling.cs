using System.Globalization;

namespace Peeker;

/// <summary>How orders compare the names of domains, which need not be valid: as the DNS sees it: capitals, a closing dot and the two spellings of an international name make no difference.</summary>
internal static class DomainSpelling
{
    private static readonly IdnMapping Idn = new();

    public static string Of(string name)
    {
        var trimmed = name.Trim().TrimEnd('.');
        try
        {
            return System.Text.Ascii.IsValid(trimmed) ? trimmed.ToLowerInvariant() : Idn.GetAscii(trimmed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Not a name; it is compared as it stands.
            return trimmed;
        }
    }
}
