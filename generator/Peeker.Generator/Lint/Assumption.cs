namespace Peeker.Generator.Lint;

/// <summary>Something that the documentation does not say; information, not a finding.</summary>
internal sealed record Assumption(int Line, string Pointer, string Text);
