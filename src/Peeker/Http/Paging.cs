using System.Runtime.CompilerServices;
using Peeker.Json;

namespace Peeker.Http;

/// <summary>Follows a list from page to page.</summary>
internal static class Paging
{
    /// <summary>
    /// Yields every row. Of <c>links.next</c> only the token is used, so that the key never goes to an address out of a body;
    /// a token that was seen before ends the list, because it would go round for ever.
    /// </summary>
    public static async IAsyncEnumerable<T> Enumerate<T>(
        Func<string?, CancellationToken, Task<PeekerResponse<Page<T>>>> fetch,
        CancellationToken callToken,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : IWire<T>
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(callToken, cancellationToken);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? token = null;
        do
        {
            var page = (await fetch(token, linked.Token).ConfigureAwait(false)).Resource;
            foreach (var row in page.Data) yield return row;
            token = page.NextPageToken;
        }
        while (token is not null && seen.Add(token));
    }

    /// <summary>The value of <c>page_token</c> in the query of an address; null when it has none.</summary>
    public static string? TokenOf(string next)
    {
        var query = next.IndexOf('?', StringComparison.Ordinal);
        if (query < 0) return null;
        foreach (var pair in next[(query + 1)..].Split('#')[0].Split('&'))
        {
            var (name, value) = pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (pair[..at], pair[(at + 1)..]) : (pair, "");
            if (name == "page_token" && value.Length > 0) return Uri.UnescapeDataString(value.Replace('+', ' '));
        }

        return null;
    }
}
