namespace Peeker;

/// <summary>How far a run over many domains is. All figures are names of the input.</summary>
/// <param name="Succeeded">Names with a result.</param>
/// <param name="Failed">Names whose request failed.</param>
/// <param name="Skipped">Names left out because they came before; 0 without <see cref="BulkOptions.DistinctAcrossInput"/>.</param>
/// <param name="Total">Names of the whole input; null when it is not known.</param>
public readonly record struct BulkProgress(long Succeeded, long Failed, long Skipped, long? Total)
{
    /// <summary>Names that are dealt with, in one way or another.</summary>
    public long Done => Succeeded + Failed + Skipped;
}
