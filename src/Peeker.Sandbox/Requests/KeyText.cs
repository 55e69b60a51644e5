using System.Text.RegularExpressions;

namespace Peeker.Sandbox.Requests;

/// <summary>Hides what looks like a key, wherever a caller may have put it.</summary>
internal static partial class KeyText
{
    public static string Hide(string text) => text.Contains("pk_", StringComparison.Ordinal) ? Key().Replace(text, "[key]") : text;

    [GeneratedRegex("pk_(live|test)_[A-Za-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Key();
}
