using System.Buffers.Text;

namespace Peeker.Webhooks.Diagnosis;

/// <summary>The signatures of a header in any common form: hexadecimal digits or base64, with a name before them or none.</summary>
internal static class GivenMacs
{
    private static readonly char[] Separators = [',', ' ', ';', '\t', '"'];

    public static IReadOnlyList<(byte[] Mac, string Form)> Of(string header)
    {
        var found = new List<(byte[], string)>();
        foreach (var part in header.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Take(64))
        {
            if (Decode(part) is { } whole) found.Add(whole);

            // base64 may end with the same sign that ends a name.
            var name = part.IndexOf('=', StringComparison.Ordinal);
            if (name >= 0 && Decode(part[(name + 1)..]) is { } named) found.Add(named);
        }

        return found;
    }

    private static (byte[] Mac, string Form)? Decode(string text)
    {
        if (text.Length == WebhookSignatureScheme.MacSize * 2 && text.All(char.IsAsciiHexDigit)) return (Convert.FromHexString(text), "hexadecimal digits");
        var base64 = text.TrimEnd('=').Replace('-', '+').Replace('_', '/') + "=";
        return base64.Length == 44 && Base64.IsValid(base64) ? (Convert.FromBase64String(base64), "base64") : null;
    }
}
