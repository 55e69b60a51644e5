namespace Peeker;

/// <summary>What the caller knows beside the order. Whatever is missing leaves a rule unchecked, and the report says so.</summary>
public sealed class OrderContext
{
    /// <summary>The bundle of the order, as the API returned it last.</summary>
    public Bundle? Bundle { get; init; }

    /// <summary>What <c>Domains.CheckAvailabilityAsync</c> answered for domains of the order; others are passed over.</summary>
    public IReadOnlyCollection<AvailabilityRow>? Rows { get; init; }

    /// <summary>Names in the partner's inventory, for example those that were imported; empty if there is none. They need not be available to be ordered.</summary>
    public IReadOnlyCollection<string>? OwnDomains { get; init; }

    /// <summary>Rules that are not to be applied.</summary>
    public IReadOnlyCollection<PreflightRule> SwitchedOff { get; init; } = [];
}
