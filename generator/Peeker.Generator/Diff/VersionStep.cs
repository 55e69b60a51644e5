using System.Text.RegularExpressions;

namespace Peeker.Generator.Diff;

/// <summary>How far the version goes: Semantic Versioning, and before 1.0 a step of the second number for what breaks.</summary>
internal static partial class VersionStep
{
    public static string Of(IReadOnlyList<Change> changes, bool beforeFirst)
    {
        if (changes.Count == 0) return "none";
        return (changes.Max(change => change.Class), beforeFirst) switch
        {
            (ChangeClass.Breaking, false) => "major",
            (ChangeClass.Breaking, true) or (ChangeClass.Additive, false) => "minor",
            _ => "patch",
        };
    }

    /// <summary>Whether a version such as <c>0.3.1</c> or <c>v0.3.1-preview.2</c> is before 1.0; one that is not known is.</summary>
    public static bool IsBeforeFirst(string? version) => Major(version) is null or 0;

    /// <summary>The first number of a version; null for a text that is none.</summary>
    public static int? Major(string? version) => version is not null && Version().Match(version) is { Success: true } found && int.TryParse(found.Groups[1].Value, out var major) ? major : null;

    [GeneratedRegex(@"^v?(\d+)\.\d+(?:\.\d+)?(?:[-+][\w.+-]*)?$")]
    private static partial Regex Version();
}
