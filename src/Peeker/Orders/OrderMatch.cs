namespace Peeker;

/// <summary>How far an order in full answers to a search. Customer, bundle and time are compared before.</summary>
internal enum OrderMatch
{
    /// <summary>It is another order.</summary>
    Other,

    /// <summary>What is shown of it neither proves nor excludes that it is the one.</summary>
    Possible,

    /// <summary>It has exactly the domains, and the personas as far as they are shown.</summary>
    Same,
}
