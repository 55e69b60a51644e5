namespace Peeker.Generator.Drift;

/// <summary>One place where a documented value or shape does not fit, at a line of the page.</summary>
internal sealed record Difference(string Kind, int Line, string Docs, string Specification);
