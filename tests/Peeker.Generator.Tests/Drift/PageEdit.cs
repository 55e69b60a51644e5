namespace Peeker.Generator.Tests.Drift;

/// <summary>Puts an older text into a page.</summary>
internal static class PageEdit
{
    public static string Undo(string text, History.Change change)
    {
        var at = At(text, change, out var length);
        return string.Concat(text.AsSpan(0, at), change.Old, text.AsSpan(at + length));
    }

    /// <summary>Line of the edit, from 1.</summary>
    public static int Line(string text, History.Change change) => text.AsSpan(0, At(text, change, out _)).Count('\n') + 1;

    private static int At(string text, History.Change change, out int length)
    {
        var after = text.IndexOf(change.After, StringComparison.Ordinal);
        Assert.True(after >= 0, change.After);
        // Indentation is no part of an edit: what stands in a component is moved to the right.
        var pattern = string.Join(@"\s*\n\s*", change.New.Split('\n').Select(line => System.Text.RegularExpressions.Regex.Escape(line.Trim())));
        var match = new System.Text.RegularExpressions.Regex(pattern).Match(text, after);
        Assert.True(match.Success, change.New);
        length = match.Length;
        return match.Index;
    }
}
