namespace Peeker.Generator.Drift;

/// <summary>One disagreement between a page and the specification.</summary>
/// <param name="Line">Line of the page, from 1.</param>
/// <param name="Operation">Method and path, or the event type; null where the whole API is meant.</param>
/// <param name="Docs">What the page says.</param>
/// <param name="Specification">What the specification says.</param>
internal sealed record DriftFinding(string Kind, string Page, int Line, string? Operation, string Docs, string Specification);
