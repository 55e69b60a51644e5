namespace Peeker;

/// <summary>What "cheapest" means.</summary>
public sealed class DomainSelectionOptions
{
    /// <summary>How many years of each domain are paid for: 1 counts the first year alone, 2 the first and a renewal, and so on up to 100.</summary>
    public int Years { get; init; } = 1;
}
