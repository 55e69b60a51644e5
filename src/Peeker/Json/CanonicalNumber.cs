using System.Globalization;

namespace Peeker.Json;

/// <summary>One text for each number, however it is written: 25, 25.0 and 2.5e1 are the same. Exact, whatever the size.</summary>
internal static class CanonicalNumber
{
    /// <param name="number">A number in the grammar of JSON.</param>
    public static string Of(string number)
    {
        var negative = number[0] == '-';
        var (mantissa, exponent) = Split(negative ? number[1..] : number);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0) return "0";
        var shift = exponent - fraction + (digits.Length - significant.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{(negative ? "-" : "")}{significant}e{shift}");
    }

    private static (string Mantissa, Int128 Exponent) Split(string number)
    {
        var at = number.AsSpan().IndexOfAny('e', 'E');
        if (at < 0) return (number, 0);

        // An exponent of more digits than that is no number anybody sends; equal texts still compare equal.
        return Int128.TryParse(number.AsSpan(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? (number[..at], exponent)
            : (number, 0);
    }
}
