namespace Peeker;

/// <summary>What "cheapest" means. Prices in different currencies are never compared.</summary>
public sealed class DomainSelectionOptions
{
    /// <summary>How many years of each domain are paid for: 1 counts the first year alone, 2 the first and a renewal, and so on up to 100.</summary>
    public int Years { get; init; } = 1;

    /// <summary>The currency that counts, as rows name it, such as <c>usd</c>. If not given, that of the first row that can be picked and names one.</summary>
    public string? Currency { get; init; }
}
