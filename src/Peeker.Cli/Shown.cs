using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Peeker.Cli;

/// <summary>Text that came from elsewhere, as it may be shown: it steers no terminal, stays on its line, and is no key.</summary>
internal static partial class Shown
{
    /// <summary>Without control characters: each is written as its number, so that what was received cannot move a cursor or begin a line.</summary>
    public static string Text(string? text)
    {
        if (text is null || !text.Any(IsUnseen)) return text ?? "";
        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsUnseen(character)) shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else shown.Append(character);
        }

        return shown.ToString();
    }

    /// <summary>A line for a person. A key that was given where a name belongs is no part of it.</summary>
    public static string Line(string text) => Text(Secret().Replace(text.ReplaceLineEndings(" "), "$1…"));

    /// <summary>What a file was called, for the beginning of a message; an empty name says that it is one.</summary>
    public static string File(string path) => string.IsNullOrWhiteSpace(path) ? "A file with an empty name" : path;

    // Marks that turn the direction of text around are not to be seen either.
    private static bool IsUnseen(char character) => char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // The beginnings alone are words of messages: "use the pk_live_ key".
    [GeneratedRegex("(?<![A-Za-z0-9])((?>pk_(?:live_|test_)?|whsec_))[^\\s'\"]+")]
    private static partial Regex Secret();
}
