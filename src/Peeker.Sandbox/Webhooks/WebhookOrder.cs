namespace Peeker.Sandbox;

/// <summary>The order in which events that were held are sent.</summary>
public enum WebhookOrder
{
    /// <summary>As they happened.</summary>
    AsMade,

    /// <summary>The last one first.</summary>
    Reversed,

    /// <summary>By chance, out of the seed.</summary>
    Shuffled,
}
