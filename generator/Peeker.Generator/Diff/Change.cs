namespace Peeker.Generator.Diff;

/// <summary>One change, as a caller from C# sees it.</summary>
/// <param name="Section">The heading of the changelog: Added, Changed or Removed.</param>
/// <param name="Where">The name in C#, such as <c>Bundles.CreateAsync</c> or <c>Bundle.Status</c>.</param>
/// <param name="What">The change, as the rest of a sentence.</param>
/// <param name="Line">Line of the newer document, or of the older one for what was removed.</param>
internal sealed record Change(ChangeClass Class, string Section, string Where, string What, int Line);
