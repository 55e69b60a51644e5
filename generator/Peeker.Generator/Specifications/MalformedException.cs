using System.Text.RegularExpressions;

namespace Peeker.Generator.Specifications;

/// <summary>YAML that is no specification: a node is there and of a kind that it cannot be, or is not there.</summary>
/// <param name="what">What is wrong, as a noun phrase.</param>
/// <param name="place">A text of the document at which it is wrong; null where there is none.</param>
internal sealed class MalformedException(string what, string? place = null) : Exception(what)
{
    /// <summary>The line of a text on which it is wrong, from 1; null where none has the place in it.</summary>
    public int? LineIn(string text)
    {
        if (place is null) return null;
        var whole = new Regex($@"(?<![\w-]){Regex.Escape(place)}");
        var at = Array.FindIndex(text.Split('\n'), whole.IsMatch);
        return at < 0 ? null : at + 1;
    }
}
