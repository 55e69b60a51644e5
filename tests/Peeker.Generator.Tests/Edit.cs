namespace Peeker.Generator.Tests;

/// <summary>One replacement in a text.</summary>
internal static class Edit
{
    /// <summary>Replaces the first <paramref name="now"/> after <paramref name="after"/>; fails if there is none.</summary>
    public static string Replace(string text, string now, string then, string after = "") => Replace(text, now, then, after, out _);

    /// <summary>The same; gives the line of the edit, from 1.</summary>
    public static string Replace(string text, string now, string then, string after, out int line)
    {
        var start = text.IndexOf(after, StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no: {after}");
        var at = text.IndexOf(now, start, StringComparison.Ordinal);
        Assert.True(at >= 0, $"There is no: {now}");
        line = text.AsSpan(0, at).Count('\n') + 1;
        return string.Concat(text.AsSpan(0, at), then, text.AsSpan(at + now.Length));
    }
}
