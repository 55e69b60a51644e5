using System.Text.RegularExpressions;

namespace Peeker.Analyzers;

/// <summary>How a live key looks. Only its beginning is documented, so any text that goes on after it is taken for a key.</summary>
internal static class LiveKey
{
    private static readonly Regex Key = new("(?<![A-Za-z0-9_])pk_live_[A-Za-z0-9_-]*[A-Za-z0-9]", RegexOptions.CultureInvariant);

    public static bool IsIn(string text) => Key.IsMatch(text);

    /// <summary>Whether the text is a key and nothing else.</summary>
    public static bool Is(string text) => Key.Match(text) is { Success: true } key && key.Length == text.Length;
}
