namespace Peeker.Tests.Domains;

/// <summary>What the framework has from .NET 10 on.</summary>
internal static class Streams
{
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows) list.Add(row);
        return list;
    }

    public static async Task<int> CountAsync<T>(this IAsyncEnumerable<T> rows)
    {
        var count = 0;
        await foreach (var _ in rows) count++;
        return count;
    }

    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IEnumerable<T> rows)
    {
        foreach (var row in rows)
        {
            await Task.Yield();
            yield return row;
        }
    }
}
