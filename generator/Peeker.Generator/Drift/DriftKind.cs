namespace Peeker.Generator.Drift;

/// <summary>What a page and the specification disagree about; part of the JSON output, so the names stay.</summary>
internal static class DriftKind
{
    public const string BaseUrl = "base-url";
    public const string Path = "unknown-path";
    public const string UnknownMember = "unknown-member";
    public const string MissingMember = "missing-member";
    public const string RenamedMember = "renamed-member";
    public const string Required = "required";
    public const string Type = "wrong-type";
    public const string Value = "wrong-value";
    public const string Status = "status";
    public const string Limit = "limit";
    public const string Default = "default";
    public const string Event = "unknown-event";
    public const string ErrorCode = "error-code";
    public const string Header = "header";
    public const string Unreadable = "unreadable";
}
