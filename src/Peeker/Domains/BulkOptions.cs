namespace Peeker;

/// <summary>How many domains are worked through. Every member may be left as it is.</summary>
public sealed class BulkOptions
{
    internal static readonly BulkOptions Default = new();

    /// <summary>
    /// How many requests are under way at the most, from 1 to 256. Null for 8, or for 1 where an import waits, since live imports share a capacity that is not
    /// documented. At most twice as many requests are made ahead of the reader of the results.
    /// </summary>
    public int? Concurrency { get; init; }

    /// <summary>Gives the results in the order of the input, not as they come in. False.</summary>
    public bool InInputOrder { get; init; }

    /// <summary>
    /// Leaves out a name that was anywhere before in the input. It takes 11 to 22 bytes of memory for each name. A name is remembered by 64 bits of its SHA-256,
    /// so the chance that any name of a million is left out by mistake is 3 in 100 million, and of a hundred million 3 in 10,000. False.
    /// </summary>
    public bool DistinctAcrossInput { get; init; }

    /// <summary>How many names the input has, for <see cref="BulkProgress.Total"/>. Null to take it from an input that knows its own count.</summary>
    public long? Total { get; init; }

    /// <summary>Told after each request, before its results are given out; one call after the other.</summary>
    public IProgress<BulkProgress>? Progress { get; init; }

    internal void Validate()
    {
        if (Concurrency is < 1 or > 256) throw new ArgumentOutOfRangeException(nameof(Concurrency), "Concurrency is from 1 to 256.");
        if (Total < 0) throw new ArgumentOutOfRangeException(nameof(Total), "Total is a count, or null.");
    }
}
