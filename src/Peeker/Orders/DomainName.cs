using System.Globalization;

namespace Peeker;

/// <summary>A domain name as the DNS sees it: capitals, a closing dot and the two spellings of an international name make no difference.</summary>
internal static class DomainName
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
