using System.Text.RegularExpressions;

namespace Peeker.Generator.Drift;

/// <summary>Operations that a text names by method and path.</summary>
internal static partial class Mentions
{
    public static IEnumerable<(string Method, string Address, int Index)> In(string text) =>
        Call().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value, match.Index));

    /// <summary>The path of an address without the base address, its query and its fragment.</summary>
    public static string Tail(string address)
    {
        var path = Regex.Replace(address.Split('?', '#')[0], @"^[a-z]+://[^/]*|^[$<{][^/]*", "");
        return Regex.Replace(path, @"^/(?:api/)?(?:partner/)?v\d+(?=/|$)", "").TrimEnd('.', ',');
    }

    [GeneratedRegex(@"\b(GET|POST|PUT|PATCH|DELETE)[\s`|]+((?:https?://[\w.-]+)?/[\w\-/{}:.…]*(?:\?[^\s`]*)?)")]
    private static partial Regex Call();
}
