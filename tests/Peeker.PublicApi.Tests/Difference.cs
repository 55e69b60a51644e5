namespace Peeker.PublicApi.Tests;

/// <summary>What a listing lost and gained, and what to do about it.</summary>
internal static class Difference
{
    public const string Variable = "PEEKER_APPROVE_API";

    /// <summary>Null when nothing changed.</summary>
    public static string? Between(string package, string approved, string now)
    {
        if (approved == now) return null;
        var (old, current) = (Lines(approved), Lines(now));
        var lost = Only(old, current).Select(line => $"  - {line}").ToList();
        var gained = Only(current, old).Select(line => $"  + {line}").ToList();
        return string.Join('\n',
        [
            $"The public API of {package} changed ({Listing.Framework}):",
            .. lost, .. gained,
            lost.Count > 0
                ? "A line with - breaks callers. If that was not meant, take the change back: a member that left peeker.yaml, or a new name, is one."
                : "Nothing that callers use went away.",
            $"If it was meant: {Variable}=1 dotnet test tests/Peeker.PublicApi.Tests writes the listings; commit them with an entry in CHANGELOG.md.",
        ]);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>As often as they stand more on the left.</summary>
    private static IEnumerable<string> Only(string[] left, string[] right)
    {
        var counts = right.GroupBy(line => line).ToDictionary(lines => lines.Key, lines => lines.Count());
        foreach (var line in left)
        {
            counts.TryGetValue(line, out var count);
            if (count > 0) counts[line] = count - 1;
            else yield return line;
        }
    }
}
