namespace Peeker.Generator.Tests.Diff;

/// <summary>An edit that takes the specification back to an older text.</summary>
/// <param name="After">Where to look from.</param>
/// <param name="Now">What stands there.</param>
/// <param name="Then">What stood there.</param>
/// <param name="Until">What follows; everything between goes too.</param>
internal sealed record Undoing(string After, string Now, string Then, string? Until = null)
{
    public string Apply(string text)
    {
        if (Until is null) return Edit.Replace(text, Now, Then, After);
        var start = text.IndexOf(After, StringComparison.Ordinal);
        var at = text.IndexOf(Now, start, StringComparison.Ordinal);
        var end = text.IndexOf(Until, at + Now.Length, StringComparison.Ordinal);
        Assert.True(start >= 0 && at >= 0 && end >= 0, $"{After}, {Now}, {Until}");
        return string.Concat(text.AsSpan(0, at), Then, text.AsSpan(end));
    }
}
