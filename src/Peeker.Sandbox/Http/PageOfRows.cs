using System.Globalization;
using System.Text;

namespace Peeker.Sandbox.Http;

/// <summary>Cuts a list into pages. The token names the last row seen, so rows made meanwhile do not shift the pages.</summary>
internal static class PageOfRows
{
    private const int DefaultSize = 25;

    public static byte[] Of<TRecord, TRow>(Call call, IEnumerable<TRecord> newestFirst, Func<TRecord, string> idOf, Func<TRecord, TRow> toRow, params (string Name, string Value)[] defaults)
    {
        var size = call.Query.TryGetValue("per_page", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultSize;
        var rows = newestFirst;
        if (call.Query.TryGetValue("page_token", out var token))
        {
            var last = Decode(token);
            var all = rows.ToList();
            var index = all.FindIndex(row => idOf(row) == last);
            if (index < 0) throw Fault.Invalid("page_token", "page_token must come unchanged from links.next.");
            rows = all.Skip(index + 1);
        }

        var page = rows.Take(size + 1).ToList();
        var more = page.Count > size;
        if (more) page.RemoveAt(size);
        var path = call.Request.Origin + call.Request.Path;
        var effective = call.Query.Where(pair => pair.Key is not ("per_page" or "page_token")).Select(pair => (pair.Key, pair.Value)).ToList();
        effective.AddRange(defaults.Where(pair => !call.Query.ContainsKey(pair.Name)));
        var query = string.Concat(effective.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}&")) + $"per_page={size}";
        return Envelope.Page(
            page.Select(toRow),
            new() { First = $"{path}?{query}", Next = more ? $"{path}?{query}&page_token={Encode(idOf(page[^1]))}" : null },
            new() { Path = path, PerPage = size, Returned = page.Count });
    }

    private static string Encode(string id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{"after":"{{id}}"}""")).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Decode(string token)
    {
        try
        {
            var padded = token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '=');
            return System.Text.Json.JsonDocument.Parse(Convert.FromBase64String(padded)).RootElement.GetProperty("after").GetString() ?? "";
        }
        catch (Exception malformed) when (malformed is FormatException or System.Text.Json.JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "";
        }
    }
}
