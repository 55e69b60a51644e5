using System.Globalization;
using System.Text.Json;
using Peeker.Sandbox.State;

namespace Peeker.Sandbox.Http;

/// <summary>Cuts a table into pages. The token holds the number of the last row seen, so rows made or removed meanwhile shift nothing.</summary>
internal static class PageOfRows
{
    private const int DefaultSize = 25;

    public static byte[] Of<TRecord, TRow>(
        Call call, Table<TRecord> table, Func<TRecord, bool> isWanted, Func<TRecord, TRow> toRow, params (string Name, string Value)[] defaults)
        where TRecord : class
    {
        var size = call.Query.TryGetValue("per_page", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : DefaultSize;
        var before = call.Query.TryGetValue("page_token", out var token) ? Decode(call.Route.OperationId, token) : int.MaxValue;
        var page = table.NewestFirst(before).Where(entry => isWanted(entry.Row)).Take(size + 1).ToList();
        var more = page.Count > size;
        if (more) page.RemoveAt(size);
        var path = call.Request.Origin + call.Request.Path;
        var filters = call.Query.Where(pair => pair.Key is not ("per_page" or "page_token")).Select(pair => (pair.Key, pair.Value))
            .Concat(defaults.Where(pair => !call.Query.ContainsKey(pair.Name)));
        var first = $"{path}?{string.Concat(filters.Select(pair => $"{pair.Item1}={Uri.EscapeDataString(pair.Item2)}&"))}per_page={size}";
        return Envelope.Page(
            page.Select(entry => toRow(entry.Row)),
            new() { First = first, Next = more ? $"{first}&page_token={Encode(call.Route.OperationId, page[^1].Index)}" : null },
            new() { Path = path, PerPage = size, Returned = page.Count });
    }

    // A token names its list, so that one list's token is not taken for another's.
    private static string Encode(string list, int number) => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, int> { [list] = number }))
        .TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static int Decode(string list, string token)
    {
        try
        {
            var padded = token.Replace('-', '+').Replace('_', '/').PadRight((token.Length + 3) / 4 * 4, '=');
            using var document = JsonDocument.Parse(Convert.FromBase64String(padded));
            return document.RootElement.GetProperty(list).GetInt32();
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw Fault.Invalid("page_token", "page_token must come unchanged from links.next.");
        }
    }
}
