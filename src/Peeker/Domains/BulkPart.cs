namespace Peeker;

/// <summary>What came of one request of a run.</summary>
/// <param name="Outcomes">What is given to the caller.</param>
/// <param name="Names">Names of the input that it was about.</param>
/// <param name="Failed">How many of them failed.</param>
internal readonly record struct BulkPart<T>(IReadOnlyList<T> Outcomes, int Names, int Failed);
