namespace Peeker;

/// <summary>What a rule needs to know beyond the order.</summary>
public enum MissingFact
{
    /// <summary>The bundle of the order: <see cref="OrderContext.Bundle"/>.</summary>
    Bundle = 1,

    /// <summary>A row of availability for each domain that is not owned: <see cref="OrderContext.Rows"/>.</summary>
    Rows,

    /// <summary>The names in the partner's inventory: <see cref="OrderContext.OwnDomains"/>.</summary>
    OwnDomains,

    /// <summary>What only the API knows: customers, other orders, imports under way.</summary>
    ApiState,
}
