namespace Peeker.Generator.Diff;

/// <summary>How far the version goes: Semantic Versioning, and before 1.0 a step of the second number for what breaks.</summary>
internal static class VersionStep
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
    public static bool IsBeforeFirst(string? version) => version is null || version.TrimStart('v').StartsWith("0.", StringComparison.Ordinal);
}
