namespace Peeker.Sandbox.Specification;

/// <summary>An operation of the specification, ready to be matched and checked.</summary>
/// <param name="OperationId">Its id.</param>
/// <param name="Method">Its method, in upper case.</param>
/// <param name="Segments">Its path below the base, a hole for each parameter.</param>
/// <param name="Preset">The least preset of a key that may call it.</param>
/// <param name="SuccessStatus">The documented status of a success.</param>
/// <param name="IdSchema">The schema of the path's parameter; null without one.</param>
/// <param name="Parameters">The query parameters in the order of the specification.</param>
/// <param name="BodySchema">The schema of the body; null without one.</param>
/// <param name="BodyRequired">Whether the body may be left out.</param>
internal sealed record Route(
    string OperationId,
    string Method,
    string[] Segments,
    PermissionPreset Preset,
    int SuccessStatus,
    Schema? IdSchema,
    IReadOnlyList<(string Name, bool Required, Schema Schema)> Parameters,
    Schema? BodySchema,
    bool BodyRequired)
{
    public const string Hole = "{}";

    public bool Allows(PermissionPreset preset) =>
        preset == PermissionPreset.Full || Preset == PermissionPreset.Read || (preset == PermissionPreset.Limited && Preset == PermissionPreset.Limited);

    /// <summary>The path parameter, if the path fits; empty when the path has none.</summary>
    public string? Match(string[] segments)
    {
        if (segments.Length != Segments.Length) return null;
        var parameter = "";
        for (var index = 0; index < segments.Length; index++)
        {
            if (Segments[index] == Hole && segments[index].Length > 0) parameter = segments[index];
            else if (Segments[index] != segments[index]) return null;
        }

        return parameter;
    }
}
