using System.Globalization;

namespace Peeker.Generator;

/// <summary>What an unquoted scalar of YAML is, by the core schema of YAML 1.2.</summary>
internal static class PlainScalar
{
    /// <summary>Null, a boolean, a long, a decimal or the text.</summary>
    public static object? Read(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL") return null;
        if (text is "true" or "True" or "TRUE") return true;
        if (text is "false" or "False" or "FALSE") return false;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer)) return integer;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : text;
    }
}
